import { Component, type ReactNode } from 'react'
import { ErrorPanel } from './error-panel.tsx'

type Props = { children: ReactNode }
type State = { error: unknown }

/** A fault in one part leaves the rest of the page standing. */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render() {
    if (this.state.error === null) return this.props.children
    return <ErrorPanel error={this.state.error} onRetry={() => this.setState({ error: null })} />
  }
}
