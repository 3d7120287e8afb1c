import { connect } from 'node:net';

/** One request as it stands, byte for byte: what clients and proxies would tidy up on the way. */
export const raw = (port: number, request: string | Buffer): Promise<string> =>
  new Promise((resolve, reject) => {
    let reply = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8');
    socket.on('data', (part) => {
      reply += part;
    });
    socket.on('end', () => resolve(reply));
    socket.on('error', reject);
  });

export const get = (port: number, path: string): Promise<string> =>
  raw(port, `GET ${path} HTTP/1.1\r\nHost: edge.test\r\nConnection: close\r\n\r\n`);

export const statusOf = (reply: string): number => Number(/^HTTP\/1\.1 (\d{3})/.exec(reply)?.[1]);
