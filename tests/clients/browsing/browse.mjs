// What node's pg asks: `node browse.mjs HOST PORT USER PASSWORD DATABASE`, in the folder where its packages are.
import { createRequire } from "node:module";

const require = createRequire(`${process.cwd()}/`);
const pg = require("pg");
const Cursor = require("pg-cursor");
const [host, port, user, password, database] = process.argv.slice(2);
const client = new pg.Client({ host, port: Number(port), user, password, database });
await client.connect();
const asked = "select aar, kommune, udgift_kr from regnskab where kommune = $1 and aar = $2";
await client.query("select aar, kommune, udgift_kr from regnskab where aar = 2024 and kommune = 'Varde'");
await client.query(asked, ["Varde", 2024]);
await client.query({ name: "varde", text: asked, values: ["Varde", 2024] });
await client.query("select funktion from regnskab where aar = any($1)", [[2023, 2024]]);
const cursor = client.query(new Cursor(asked, ["Varde", 2024]));
await cursor.read(2);
await cursor.close();
await client.end();
