# The server. Written without a Docker engine at hand: its form is tested, the build is not.
FROM python:3.11-slim

ENV PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 PIP_NO_CACHE_DIR=1 PIP_DISABLE_PIP_VERSION_CHECK=1

WORKDIR /app
COPY requirements.lock ./
RUN pip install --require-hashes -r requirements.lock

COPY pyproject.toml README.md LICENSE ./
COPY semantic semantic
COPY server server
COPY demo demo
COPY schema schema
COPY access_policies access_policies
RUN pip install --no-deps --no-build-isolation --editable .

# `var` holds the databases. The demo's is built only when asked for: `docker compose run --rm server nogletal demo build`.
RUN useradd --system --no-create-home --uid 10001 nogletal && mkdir var && chown nogletal var
USER nogletal
VOLUME /app/var
EXPOSE 8000 15432

# A container's own 127.0.0.1 is out of reach from outside; who may reach the published ports is for the one who runs it.
CMD ["nogletal", "serve", "--http", "0.0.0.0:8000", "--sql", "0.0.0.0:15432"]
