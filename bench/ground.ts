import type { MovableStore } from '../server/move/depot';

export type EngineName = 'sqlite' | 'postgres';

/** Where a database for the bench lies, empty at first. */
export interface Site {
  /** For logs and files of this database alone. */
  readonly directory: string;
  open(): Promise<MovableStore>;
  /** After the bulk of it was loaded. */
  settle(): Promise<void>;
  /** What the servers are told to find it. */
  readonly env: NodeJS.ProcessEnv;
}

/** An engine, and what it does bare. */
export interface Ground {
  readonly engine: EngineName;
  freshSite(): Promise<Site>;
  /** Bare transactions a second with as many clients. */
  reference(clients: number, seconds: number): Promise<number>;
  close(): Promise<void>;
}
