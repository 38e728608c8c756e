import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Failure } from '../../main/domain/failure.ts';
import { FailureNotice } from '../shared/ui/failure-notice.tsx';
import styles from './failure-boundary.module.css';

type State = Readonly<{ failure: Failure | null }>;

/** A bug in one screen leaves the frame alive: it is named, numbered, and can be tried again. */
export class FailureBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { failure: null };

  static getDerivedStateFromError(error: unknown): State {
    if (error instanceof Failure) return { failure: error };
    const reference = `W-${Date.now().toString(36).toUpperCase()}`;
    return { failure: new Failure('unexpected', 'bridge.window-error', {}, { reference }) };
  }

  override componentDidCatch(error: unknown, info: ErrorInfo): void {
    // The only place where the window's own bugs can be found again: the reference is in the notice.
    // oxlint-disable-next-line eslint/no-console
    console.error(this.state.failure?.reference, error, info.componentStack);
  }

  readonly retry = (): void => this.setState({ failure: null });

  override render(): ReactNode {
    const { failure } = this.state;
    if (!failure) return this.props.children;
    return (
      <div className={styles.place}>
        <FailureNotice failure={failure} onRetry={this.retry} />
      </div>
    );
  }
}
