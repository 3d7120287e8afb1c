/**
 * The part of wx-server-sdk 4.0.2's database that the store uses. Its own types reject what it accepts
 * (`throwOnNotFound`), and answer `any` inside a transaction.
 */
export interface WxCloud {
  database(config: { readonly throwOnNotFound: false }): WxDatabase;
}

export interface WxDatabase {
  readonly command: WxCommand;
  collection(name: string): WxCollection;
  startTransaction(): Promise<WxTransaction>;
}

export interface WxTransaction {
  collection(name: string): Pick<WxCollection, 'doc' | 'add'>;
  commit(): Promise<unknown>;
  rollback(): Promise<unknown>;
}

declare const condition: unique symbol;
declare const assignment: unique symbol;
/** A value wrapped so that it can never be read as an operator. */
export interface Condition {
  readonly [condition]: true;
}
export interface Assignment {
  readonly [assignment]: true;
}
export type Where = Condition | Readonly<Record<string, Condition>>;

export interface WxCommand {
  eq(value: unknown): Condition;
  neq(value: unknown): Condition;
  gt(value: unknown): Condition;
  gte(value: unknown): Condition;
  lt(value: unknown): Condition;
  lte(value: unknown): Condition;
  in(values: readonly unknown[]): Condition;
  and(parts: readonly Where[]): Condition;
  or(parts: readonly Where[]): Condition;
  set(value: unknown): Assignment;
}

interface WxQuery {
  orderBy(field: string, direction: 'asc' | 'desc'): WxQuery;
  limit(count: number): WxQuery;
  field(projection: Readonly<Record<string, true>>): WxQuery;
  get(): Promise<{ readonly data: readonly WxRecord[] }>;
  update(options: { readonly data: Readonly<Record<string, Assignment>> }): Promise<{
    readonly stats: { readonly updated: number };
  }>;
}

interface WxDocument {
  field(projection: Readonly<Record<string, true>>): WxDocument;
  /** `data` is null where there is no document (throwOnNotFound: false). */
  get(): Promise<{ readonly data: WxRecord | null }>;
  update(options: { readonly data: Readonly<Record<string, Assignment>> }): Promise<unknown>;
  remove(): Promise<unknown>;
}

export interface WxCollection {
  doc(id: string): WxDocument;
  add(options: { readonly data: Readonly<Record<string, unknown>> }): Promise<unknown>;
  where(query: Where): WxQuery;
}

/** A stored record, as far as it was asked for. */
export interface WxRecord {
  readonly _id: string;
  readonly rev?: number;
  readonly body?: string;
}
