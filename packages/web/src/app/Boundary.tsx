import { Component, type ReactNode } from "react";
import { Failure } from "../design/parts.tsx";

/** A page that fails says so and leaves the rest of the desk standing. */
export class Boundary extends Component<{ children: ReactNode }, { error?: Error }> {
  override state: { error?: Error } = {};
  static getDerivedStateFromError(error: Error) {
    return { error };
  }
  override render() {
    return this.state.error ? <Failure error={this.state.error} retry={() => this.setState({})} /> : this.props.children;
  }
}
