import type { Depot } from '../server/move/depot';

export type EngineName = 'sqlite' | 'postgres';

/** The way in for millions of documents. */
export interface Loader extends Pick<Depot, 'load'> {
  /** The database is then as if they had come one by one. */
  end(): Promise<void>;
}

/** Where a database for the bench lies, empty at first. */
export interface Site {
  /** For logs and files of this database alone. */
  readonly directory: string;
  loader(): Promise<Loader>;
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
