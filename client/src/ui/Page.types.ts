import type { ReactNode } from 'react';

export interface PageProps {
  /** In the bar above (phone) and as the heading (wide screen), and the window's title. */
  readonly title: string;
  /** One of the three main places: shows the tab bar, and the brand in place of a way back. */
  readonly tab?: 'home' | 'visits' | 'me' | undefined;
  /** 黛 ground, for the live code alone. */
  readonly dark?: boolean | undefined;
  /** The main action, always in reach at the bottom of a phone; at the end of the content on a wide screen. */
  readonly dock?: ReactNode;
  /** One line above the main action. */
  readonly hint?: string | undefined;
  /** Wide screen: beside the heading, tags. */
  readonly tags?: ReactNode;
  /** Wide screen: below the heading, what the figures are of. */
  readonly meta?: ReactNode;
  /** Wide screen: at the right of the heading, actions. */
  readonly actions?: ReactNode;
  /** Wide screen: 400 at the right of the content. On a phone this belongs in a Sheet. */
  readonly side?: ReactNode;
  /** Wide screen: the content is to be read or filled in, not compared: 720 at most. Pages with a dock are so of themselves. */
  readonly narrow?: boolean | undefined;
  /** Nothing around the content: it brings its own margins. */
  readonly bare?: boolean | undefined;
  readonly children?: ReactNode;
}
