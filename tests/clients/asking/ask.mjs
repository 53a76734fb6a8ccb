// Puts questions through node's pg and prints the answers as one JSON object. Run where its packages are:
// node ask.mjs HOST PORT USER PASSWORD DATABASE ENCRYPTED SLOW ALL BY_PARAMETERS OF_YEARS NO_COLUMN EVERY_TYPE
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const pg = require("pg");
const Cursor = require("pg-cursor");

const [host, port, user, password, database, encrypted, slow, all, byParameters, ofYears, noColumn, everyType] =
  process.argv.slice(2);
const ssl = encrypted === "True" ? { rejectUnauthorized: false } : false;
const address = { host, port: Number(port), user, password, database, ssl };
pg.types.setTypeParser(pg.types.builtins.DATE, (text) => text);
pg.types.setTypeParser(pg.types.builtins.TIMESTAMP, (text) => text);

const values = ["Varde", 2024];
const told = {};

async function tell(name, question) {
  try {
    told[name] = await question();
  } catch (fault) {
    told[name] = { code: fault.code, position: fault.position, severity: fault.severity };
  }
}

async function rows(client, query, parameters) {
  return (await client.query({ rowMode: "array", text: query, values: parameters })).rows;
}

async function inSteps(client) {
  const cursor = client.query(new Cursor(byParameters, values, { rowMode: "array" }));
  const steps = [await cursor.read(1), await cursor.read(100)];
  await cursor.close();
  return steps.flat();
}

// Whoever cancels is a client that has not connected, and comes without encryption.
async function cancelled(client) {
  const query = new pg.Query(slow);
  setTimeout(() => new pg.Client({ ...address, ssl: false }).cancel(client, query), 500);
  const answered = new Promise((done, failed) => query.on("end", done).on("error", failed));
  client.query(query);
  return await answered;
}

const client = new pg.Client(address);
await client.connect();
await tell("all", () => rows(client, all));
await tell("parameters", () => rows(client, byParameters, values));
for (let time = 0; time < 3; time++) {
  const named = { name: "varde", rowMode: "array", text: byParameters, values };
  await tell("named", async () => (await client.query(named)).rows);
}
await tell("listed", () => rows(client, ofYears, [[2022, 2023]]));
await tell("cursor", () => inSteps(client));
await tell("types", async () => (await client.query(everyType)).fields.map((field) => field.dataTypeID));
await tell("every", () => rows(client, everyType));
await tell("several", async () => (await client.query("select 1 as a; select 2 as a")).map((one) => one.rows[0].a));
await tell("no column", () => rows(client, noColumn));
await tell("after", () => rows(client, "select 1"));
await tell("cancelled", () => cancelled(client));
await tell("after cancelling", () => rows(client, "select 1"));
await client.end();

const pool = new pg.Pool({ ...address, max: 3 });
const asked = Array.from({ length: 9 }, () => pool.query({ rowMode: "array", text: byParameters, values }));
told.pool = (await Promise.all(asked)).map((found) => found.rows);
await pool.end();
console.log(JSON.stringify(told));
