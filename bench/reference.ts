import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import Database from 'libsql';

/**
 * What a check-in costs at the least on this machine: an HTTP answer, an HMAC, and one synced SQLite transaction with two
 * unique inserts and an audit row. No login, no routing, no rules, no validation. Run as its own process, like the product.
 */
const file = process.argv[2];
if (!file) throw new Error('usage: reference <database file>');
const db = new Database(file);
db.exec('PRAGMA journal_mode = WAL');
db.exec('PRAGMA synchronous = FULL');
db.exec(
  'CREATE TABLE visit (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE check_in (id TEXT PRIMARY KEY, body TEXT); CREATE TABLE audit (at INTEGER, line TEXT)',
);
const visit = db.prepare('INSERT INTO visit VALUES (?, ?)');
const checkIn = db.prepare('INSERT INTO check_in VALUES (?, ?)');
const audit = db.prepare('INSERT INTO audit VALUES (?, ?)');
const save = db.transaction((id: string, body: string) => {
  visit.run(id, body);
  checkIn.run(id, body);
  audit.run(Date.now(), id);
});

const server = createServer((request, response) => {
  if (request.method === 'GET') return void response.end();
  let text = '';
  request.setEncoding('utf8');
  request.on('data', (part: string) => {
    text += part;
  });
  request.on('end', () => {
    const { nonce } = JSON.parse(text) as { nonce: string };
    createHmac('sha256', 'reference').update(nonce).digest('base64url');
    save(nonce, text);
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ ok: true, data: { checkInId: nonce } }));
  });
});
server.listen(0, '127.0.0.1', () => process.stdout.write(`listening ${(server.address() as AddressInfo).port}\n`));
