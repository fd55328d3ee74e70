import { connect, createServer, type Server, type Socket } from 'node:net';

export type TcpProxy = {
  port: number;
  /** Ends every connection and refuses new ones, as a server that has gone down does. */
  cut(): Promise<void>;
  /** Keeps connections and takes new ones, but passes nothing on, as a broken network does. */
  freeze(): void;
  /** Passes everything on again. */
  restore(): Promise<void>;
  close(): Promise<void>;
};

/** Passes bytes on to a server, and stops doing so on demand. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  const sockets = new Set<Socket>();
  let isFrozen = false;
  const accept = (near: Socket) => {
    const far = connect(target);
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      // Bytes of a frozen time are lost, and so are those of a connection that lost some.
      socket.on('data', (part) => void (isFrozen || other.write(part)));
    }
  };
  let server: Server = createServer(accept);
  const listen = (port: number) => new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  await listen(0);
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const stop = async () => {
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    for (const socket of sockets) socket.destroy();
    await closed;
  };
  return {
    port,
    cut: stop,
    freeze: () => {
      isFrozen = true;
    },
    restore: async () => {
      isFrozen = false;
      for (const socket of sockets) socket.destroy();
      if (server.listening) return;
      server = createServer(accept);
      await listen(port);
    },
    close: async () => {
      if (server.listening) await stop();
    },
  };
}
