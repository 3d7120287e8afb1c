import type { MayDo } from '../types';
import { Cancel } from './Cancel';
import { Complete } from './Complete';
import { ConfirmMakeUp, DecideMakeUp } from './DecideMakeUp';
import { Reopen } from './Reopen';
import { RequestMakeUp } from './RequestMakeUp';
import type { ActProps } from './types';
import { VoidCheckIn, VoidRating, VoidVisit } from './Voiding';

/** What is written in a sheet over the detail; the rest leads to a page of its own, or is done at once. */
export type SheetAct = Exclude<MayDo, 'liveCode' | 'rate' | 'remind'>;

/** The form of one act. */
export function ActForm({ act, ...props }: ActProps & { readonly act: SheetAct }) {
  switch (act) {
    case 'cancel':
      return <Cancel {...props} />;
    case 'complete':
      return <Complete {...props} today={props.me.today} />;
    case 'requestMakeUp':
      return <RequestMakeUp {...props} />;
    case 'confirmMakeUp':
      return <ConfirmMakeUp {...props} />;
    case 'decideMakeUp':
      return <DecideMakeUp {...props} />;
    case 'reopenRating':
      return <Reopen {...props} />;
    case 'void':
      return <VoidVisit {...props} />;
    case 'voidCheckIn':
      return <VoidCheckIn {...props} />;
    case 'voidRating':
      return <VoidRating {...props} />;
  }
}
