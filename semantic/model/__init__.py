"""The model: documents as written, checked and linked into one immutable Model."""
