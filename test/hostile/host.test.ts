import { addressesOf } from '../../server/addresses';
import { CENTER, YQ_ONE } from '../journey/cast';
import { type Served, serveScene, statuses } from './served';

/** What is printed on a wall must lead to us, whatever the one who asked for it said in his headers. */

const PORT = 8080;
const addresses = addressesOf('0.0.0.0', PORT);
const OWN = [addresses.local, `http://127.0.0.1:${PORT}`, ...addresses.lan];

const HEADS: readonly (readonly string[])[] = [
  ['Host: elsewhere.test'],
  [`Host: elsewhere.test:${PORT}`],
  [`Host: localhost:${PORT}@elsewhere.test`],
  [`Host: localhost:${PORT}/@elsewhere.test`],
  [`Host: localhost:${PORT}#.elsewhere.test`],
  [`Host: localhost:${PORT}\\@elsewhere.test`],
  [`Host: localhost:${PORT}.elsewhere.test`],
  [`Host: localhost:${PORT} elsewhere.test`],
  [`Host: elsewhere.test?localhost:${PORT}`],
  [`Host: \u6f14\u793a.test:${PORT}`],
  ['Host: __proto__'],
  ['Host: "><script>alert(1)</script>'],
  ['Host: '],
  [`Host: localhost:${PORT}`, 'X-Forwarded-Host: elsewhere.test', 'Forwarded: host=elsewhere.test'],
  ['Host: elsewhere.test', 'X-Forwarded-Host: elsewhere.test', 'X-Host: elsewhere.test'],
];

const poster = (served: Served, head: readonly string[]): Promise<string> => {
  const body = JSON.stringify({ enterpriseId: YQ_ONE });
  const token = served.edge.sessions.issue(CENTER, 0);
  return served.send(
    `POST /api/enterprise.poster HTTP/1.1\r\n${head.join('\r\n')}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\nConnection: close\r\n\r\n${body}`,
  );
};

describe.each([
  ['随来访的地址', addresses.for, OWN],
  ['写明的网址', undefined, ['http://edge.test']],
] as const)('码里的网址 · %s', (_title, publicUrlFor, own) => {
  let served: Served;
  beforeAll(async () => {
    served = await serveScene(publicUrlFor);
  });
  afterAll(() => served.close());

  test.each(HEADS)('%j', async (...head) => {
    const reply = await poster(served, head);
    expect(reply).not.toMatch(/elsewhere|<script/);
    if (statuses(reply)[0] !== 200) expect(statuses(reply)).toEqual([400]);
    else {
      const url = /"url":"([^"]*)"/.exec(reply)?.[1] ?? '';
      expect(own).toContain(new URL(url).origin);
    }
  });
});
