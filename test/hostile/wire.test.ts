import { openWxStore } from '../wire/open';
import { startWire, type Wire } from '../wire/server';
import { fuzzCases } from './over.cases';

/** The genuine wx-server-sdk: nothing that anybody sends becomes a request that CloudBase does not know. */

const wires: Wire[] = [];
afterAll(async () => {
  for (const wire of wires) await wire.close();
  expect(wires.flatMap((wire) => wire.refusals)).toEqual([]);
});

fuzzCases('云开发的线协议', async () => {
  const wire = await startWire();
  wires.push(wire);
  // The SDK reads from the environment with each request which stub it talks to: the last one that was opened.
  return openWxStore(wire);
});
