// Asks through @cubejs-client/core: `node cube.mjs APIURL [TOKEN]`, with a call as JSON on each line of standard input.
// {"ask": "load", "given": [query], "read": [["series"]]} tells what each reading of the answer gives; without "read", the
// answer itself. A refusal is told as whoever uses the client sees it. Anything else that fails ends the process.
import { createInterface } from "node:readline";
import cube, { RequestError } from "@cubejs-client/core";

const [apiUrl, token] = process.argv.slice(2);
const client = cube(token, { apiUrl });

async function told({ ask, given, read }) {
  try {
    const answer = await client[ask](...given);
    return { answer: read ? read.map(([method, ...rest]) => answer[method](...rest)) : answer };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    return { refused: { message: error.message, status: error.status, response: error.response } };
  }
}

for await (const line of createInterface({ input: process.stdin })) console.log(JSON.stringify(await told(JSON.parse(line))));
