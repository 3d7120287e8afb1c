import type { EngineName } from './ground';
import { header, lineOf, type Row } from './table';

/** A finding that is not a rate: always with a name and an engine, otherwise as it is. */
export interface Fact {
  readonly name: string;
  readonly engine: EngineName | 'cloudbase' | 'client';
  readonly [field: string]: string | number | null;
}

export interface Print {
  row(row: Row): void;
  /** @param words the same for people */
  fact(fact: Fact, words: string): void;
  heading(text: string): void;
  /** For whoever waits, and never among the results. */
  talk(text: string): void;
}

/** A table for people, or one JSON object a line. */
export function printerFor(json: boolean): Print {
  let titled = false;
  return {
    row(row) {
      if (!json && !titled) console.log(header());
      titled = true;
      console.log(json ? JSON.stringify(row) : lineOf(row));
    },
    fact: (fact, words) => console.log(json ? JSON.stringify(fact) : words),
    heading(text) {
      titled = false;
      if (!json) console.log(`\n${text}`);
    },
    talk: (text) => console.error(text),
  };
}
