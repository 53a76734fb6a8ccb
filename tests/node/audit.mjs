// Runs graphql-http's audit of a GraphQL server: `node audit.mjs URL AUTHORIZATION`. Prints the results as JSON.
import { auditServer } from "graphql-http";

const [url, authorization] = process.argv.slice(2);

function asSomebody(address, options = {}) {
  return fetch(address, { ...options, headers: { ...options.headers, authorization } });
}

const results = await auditServer({ url, fetchFn: asSomebody });
console.log(JSON.stringify(results.map(({ id, name, status, reason }) => ({ id, name, status, reason }))));
