"""`/`: what is served here, in plain words, until the web page takes its place."""

from __future__ import annotations

from html import escape
from importlib.metadata import version

from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Route

from semantic.access.principal import Principal

POLICY = "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'"
STYLE = """
  :root { color-scheme: light dark; }
  body { font: 16px/1.55 system-ui, sans-serif; max-width: 46rem; margin: 3rem auto; padding: 0 1rem; }
  h1 { font-size: 1.9rem; margin-bottom: .2rem; } h2 { font-size: 1.1rem; margin-top: 2rem; }
  dt { font-weight: 600; margin-top: .6rem; } dd { margin: 0; }
  code { font: .9em ui-monospace, monospace; white-space: nowrap; }
  .note { border-left: .3rem solid #c60; padding: .4rem .8rem; }
"""
ADDRESSES = (
    ("/graphql", "GraphQL, med GraphiQL i browseren"),
    ("/cubejs-api/v1/meta", "Cubes REST API: kataloget. Spørgsmål stilles til <code>/cubejs-api/v1/load</code>"),
    ("/openapi.json", "Beskrivelse af REST-grænsefladen (OpenAPI)"),
    ("/healthz", "Lever processen?"),
    ("/readyz", "Kan der svares på spørgsmål?"),
    ("/metrics", "Tal til overvågning (Prometheus)"),
)


def page(principals: tuple[Principal, ...]) -> str:
    listed = "".join(f'<dt><a href="{path}">{path}</a></dt><dd>{text}</dd>' for path, text in ADDRESSES)
    return (
        f'<!doctype html><html lang="da"><meta charset="utf-8"><title>Nøgletal</title>'
        f'<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style>'
        f"<h1>Nøgletal</h1><p>Én definition af hvert nøgletal, det samme tal i alle programmer.</p>"
        f"{_who(principals)}<h2>Adresser</h2><dl>{listed}</dl>"
        f"<p><small>Version {version('nogletal')}</small></p></html>"
    )


def _who(principals: tuple[Principal, ...]) -> str:
    """Who may come in."""
    if not principals:
        return (
            '<p class="note"><strong>Log ind</strong> med det navn eller token, som administratoren har givet. '
            "Enhver ser det, rollerne giver, og ikke mere.</p>"
        )
    names = ", ".join(f"<code>{escape(one.subject)}</code>" for one in principals)
    return (
        '<p class="note"><strong>Demo.</strong> Hver demobruger ser det, dens rolle i <code>access_policies/</code> '
        "giver. Der svares kun på denne maskine. "
        f"Adgangskoden er <code>demo</code>, det personlige token <code>demo-&lt;navn&gt;</code>. Navne: {names}.</p>"
    )


def start_route(principals: tuple[Principal, ...]) -> Route:
    html = page(principals)

    async def start(request: Request) -> HTMLResponse:
        return HTMLResponse(html, headers={"Content-Security-Policy": POLICY})

    return Route("/", start, methods=["GET"])
