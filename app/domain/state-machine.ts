/** Which states may follow each; every state of the noun is a key, so a forgotten one is a type error. */
export type Transitions<State extends string> = Record<State, readonly State[]>;

/** A noun's states and the only moves between them. */
export interface StateMachine<State extends string> {
  allows(from: State, to: State): boolean;
  /** The states that may move to `to`; for the `where` of an update that claims the move. */
  sourcesOf(to: State): State[];
  isFinal(state: State): boolean;
}

/** Throws at start when a state cannot be reached from `initial`. */
export function stateMachine<State extends string>(
  initial: State,
  transitions: Transitions<State>,
): StateMachine<State> {
  const states = Object.keys(transitions) as State[];
  const reached = new Set<State>([initial]);
  for (const state of reached) for (const next of transitions[state]) reached.add(next);
  const unreachable = states.filter((state) => !reached.has(state));
  if (unreachable.length > 0) throw new Error(`States that nothing leads to: ${unreachable.join(", ")}`);
  return {
    allows: (from, to) => transitions[from].includes(to),
    sourcesOf: (to) => states.filter((state) => transitions[state].includes(to)),
    isFinal: (state) => transitions[state].length === 0,
  };
}
