"""The policies of a benchmark's server: one demo principal, to whom the cubes are open."""

from __future__ import annotations

from pathlib import Path

PRINCIPALS = "principals: [{name: direktion, title: Direktion, roles: [direktion]}]"
ROLE = """
roles:
  - name: direktion
    title: Direktion
    niveau: strategisk
    formaal: Benchmark
    hjemmel: Benchmark
    ejer: Benchmark
    godkendt_af: Benchmark
    gyldig_til: 9999-12-31
    naeste_gennemgang: 9999-01-01
    grants:
      - name: alt
        reason: Benchmark
        members: [{members}]
        open: [{cubes}]
"""


def open_policies(folder: Path, *cubes: str) -> None:
    """Writes `access_policies` into the folder."""
    target = folder / "access_policies"
    target.mkdir()
    (target / "principals.demo.yml").write_text(PRINCIPALS, encoding="utf-8")
    members = ", ".join(f"{cube}.*" for cube in cubes)
    (target / "roles.yml").write_text(ROLE.format(members=members, cubes=", ".join(cubes)), encoding="utf-8")
