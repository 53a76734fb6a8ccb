"""Cases that a policy's authors write in YAML beside it: who must and must not see what, `*.cases.yml`."""
