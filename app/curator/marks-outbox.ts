import { useEffect, useRef, useState } from "react";
import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** Marks of one product on their way to the server. */
export interface Marks {
  submissionId: string;
  versionId: string;
  /** The product's name. */
  name: string;
  marks: Record<string, number>;
  note: string;
  give: boolean;
}

export type MarksAnswer = { ok: true } | { ok: false; issues: Issue[] };

/** What was not taken, and why; it stands until the curator has seen it. */
export interface NotTaken extends Pick<Marks, "submissionId" | "name" | "give"> {
  issues: Issue[];
}

export type Sending = "idle" | "sending" | "offline" | "shut_out";

/** Milliseconds until what could not be sent is tried again. */
const retryAfter = 3_000;
/** Milliseconds; who waits for what is on its way waits no longer. */
const longestWait = 3_000;

export type MarksOutbox = ReturnType<typeof useMarksOutbox>;

/**
 * Sends marks one after another in the order in which they were typed, behind the curator's back: the page never waits. What is typed
 * meanwhile of one product replaces what still waits; without a connection it is tried again until it arrives.
 */
export function useMarksOutbox() {
  const [state, setState] = useState<Sending>("idle");
  const [notTaken, setNotTaken] = useState<NotTaken[]>([]);
  const [given, setGiven] = useState(0);
  const [saved, setSaved] = useState<string | null>(null);
  const waiting = useRef<Marks[]>([]);
  const gave = useRef(new Set<string>());
  const busy = useRef(false);

  async function work(): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    for (let next = waiting.current[0]; next; next = waiting.current[0]) {
      setState("sending");
      const said = await post(next).catch(() => "offline" as const);
      if (said === "offline" || said === "shut_out") {
        setState(said);
        await new Promise((resume) => setTimeout(resume, retryAfter));
        continue;
      }
      waiting.current = waiting.current.filter((one) => one !== next);
      const { submissionId, name, give } = next;
      if (said.ok) setSaved(submissionId);
      if (give && !said.ok) {
        gave.current.delete(submissionId);
        setGiven((before) => Math.max(0, before - 1));
      }
      setNotTaken((before) => [
        ...before.filter((one) => one.submissionId !== submissionId),
        ...(said.ok ? [] : [{ submissionId, name, give, issues: said.issues }]),
      ]);
    }
    busy.current = false;
    setState("idle");
  }

  /** `count`: how many are given with this one, as far as the page knows. */
  function send(marks: Marks, count = 0): void {
    if (marks.give) {
      gave.current.add(marks.submissionId);
      setGiven((before) => Math.max(before + 1, count));
    }
    // The one on its way stays where it is.
    const [first, ...later] = waiting.current;
    const kept = [
      ...(first ? [first] : []),
      ...later.filter((one) => one.submissionId !== marks.submissionId || one.give),
    ];
    waiting.current = [...kept, marks];
    void work();
  }

  useEffect(() => {
    const warn = (event: BeforeUnloadEvent) => {
      if (waiting.current.length > 0) event.preventDefault();
    };
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, []);

  const forget = (submissionId: string) =>
    setNotTaken((before) => before.filter((one) => one.submissionId !== submissionId));
  async function settled(): Promise<void> {
    const until = Date.now() + longestWait;
    while (busy.current && Date.now() < until) await new Promise((resume) => setTimeout(resume, 20));
  }
  return {
    send,
    state,
    notTaken,
    forget,
    given,
    /** The product whose marks were taken last. */
    saved,
    gave: (submissionId: string) => gave.current.has(submissionId),
    settled,
  };
}

async function post({
  submissionId,
  versionId,
  marks,
  note,
  give,
}: Marks): Promise<MarksAnswer | "offline" | "shut_out"> {
  const response = await fetch(`/curator/judging/${submissionId}/marks`, {
    method: "POST",
    body: new URLSearchParams({ intent: give ? "give" : "save", versionId, marks: JSON.stringify(marks), note }),
    redirect: "manual",
  });
  if (response.ok) return response.json();
  if (response.status === 400 || response.status === 404) return { ok: false, issues: [issue("submission.not_found")] };
  // Logged out, or of another role now: what is on the screen stays and is sent once the curator is back.
  return response.status >= 500 ? "offline" : "shut_out";
}
