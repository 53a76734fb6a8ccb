"""A key figure broken down: into what is above and below the line, down dimensions, and against another period."""
