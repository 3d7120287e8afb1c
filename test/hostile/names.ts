import { text } from '../../shared/api/shapes';
import { LENGTH } from '../../shared/visit';
import { TYPED } from './arbitrary';
import { HOSTILE_TEXTS } from './hostile';

/** Names of enterprises that mean harm, or only look like it, and that the contract takes. */
export const NAMES_TAKEN: readonly string[] = [
  ...HOSTILE_TEXTS,
  ...TYPED,
  '甲) Tj ET /JS (app.alert(1)) /OpenAction << BT (',
  '甲\\) /URI (http://x)',
  '%PDF-1.7 endstream endobj xref',
  '𠮷𠀀𪚥'.repeat(16),
  'e\u0301'.repeat(40),
  'ﷺ'.repeat(100),
  'a'.repeat(100),
  '，。'.repeat(50),
]
  .map((name) => text(LENGTH.org).safeParse(name))
  .flatMap((parsed) => (parsed.success ? [parsed.data] : []));
