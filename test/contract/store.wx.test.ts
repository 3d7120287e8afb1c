import { openWxStore } from '../wire/open';
import { startWire } from '../wire/server';
import { storeContract } from './store.contract';
import { storeProperty } from './store.property';

/** A stub of its own for each store; what the stub did not know fails the test that asked it. */
const onStub = async () => {
  const wire = await startWire();
  const store = openWxStore(wire);
  return {
    store,
    close: async () => {
      await store.close();
      await wire.close();
      expect(wire.refusals).toEqual([]);
      expect(store.trips()).toBe(wire.requests.length);
    },
  };
};

storeContract('CloudBase 线协议', onStub);
storeProperty('CloudBase 线协议', onStub, 25);
