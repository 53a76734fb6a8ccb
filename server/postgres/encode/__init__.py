"""Arrow batches to what PostgreSQL sends: DataRow messages and COPY, column by column and never row by row.

A column becomes pieces, whose bytes stand one after the other in every row; the rows are one join of all pieces.
"""
