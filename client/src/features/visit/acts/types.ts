import type { Me } from '@/features/roles';
import type { VisitDetail } from '../types';

export interface ActProps {
  readonly visit: VisitDetail;
  readonly me: Me;
  readonly onClose: () => void;
  /** It is written: closes, and the page reads anew. */
  readonly onDone: (said: string) => void;
}

/** What a required text still lacks. */
export const lacking = (text: string, what: string): string | undefined => (text.trim() === '' ? what : undefined);
