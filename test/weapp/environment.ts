import { clearImmediate, setImmediate } from 'node:timers';
import { TextDecoder, TextEncoder } from 'node:util';

// The component framework wants a document, and jsdom hides of Node what the server's side of these tests needs beside it.
Object.assign(globalThis, { clearImmediate, setImmediate, TextDecoder, TextEncoder });
