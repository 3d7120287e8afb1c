import { Component, type ReactNode } from 'react';

interface Props {
  /** What the content is made of: with another mark it is tried again. */
  readonly mark: unknown;
  readonly fallback: ReactNode;
  readonly children: () => ReactNode;
}

interface Seen {
  readonly mark: unknown;
  readonly failed: boolean;
}

const Content = ({ of }: { readonly of: () => ReactNode }) => of();

/** Content that fails to draw, such as what an older version kept on this device, leaves a sentence and not an empty page. */
export class Guard extends Component<Props, Seen> {
  override state: Seen = { mark: this.props.mark, failed: false };

  static getDerivedStateFromError(): Partial<Seen> {
    return { failed: true };
  }

  static getDerivedStateFromProps({ mark }: Props, seen: Seen): Seen | null {
    return mark === seen.mark ? null : { mark, failed: false };
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.fallback : <Content of={this.props.children} />;
  }
}
