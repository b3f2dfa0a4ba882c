import pg from "pg";

/** Told the database's address: until its standard input ends it looks, then prints the age in seconds of the oldest running progress. */
const client = new pg.Client({ connectionString: process.argv[2] });
await client.connect();
let watching = true;
process.stdin.resume().on("end", () => {
  watching = false;
});
let oldest = 0;
while (watching) {
  const { rows } = await client.query<{ age: number | null }>(
    `SELECT max(extract(epoch FROM clock_timestamp() - updated_at))::float AS age FROM progress WHERE state = 'running'`,
  );
  oldest = Math.max(oldest, rows[0]?.age ?? 0);
  await new Promise((soon) => setTimeout(soon, 20));
}
process.stdout.write(String(oldest));
await client.end();
