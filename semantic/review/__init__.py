"""What the policies mean for whom, for those who approve them: derived from `semantic/access`, nothing decided anew."""
