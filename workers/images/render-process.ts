import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { environmentWith } from "#app/config.ts";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import type { OnMade } from "./render.ts";
import type { ChildMessage, ChildOrder, Result } from "./render-child.ts";
import { residentMegabytes } from "./resident-memory.ts";

export interface RenderLimits {
  timeoutMilliseconds: number;
  memoryMegabytes: number;
}

/** One child that renders one photo or draws one page at a time; once it has ended it is of no more use. */
export interface RenderProcess {
  pid: number | undefined;
  /**
   * Never rejects: a child that ends or has to be killed gives `photo.processing_failed`, with the reason. Null: it was gone before it
   * had the order, which is no photo's fault.
   */
  work(order: ChildOrder, limits: RenderLimits, onMade?: OnMade): Promise<Result | null>;
  alive(): boolean;
  /** Kills the child; resolves when it is gone. */
  end(): Promise<void>;
}

/** Of a built worker the child is built too, and needs no loader. */
const isBuilt = !import.meta.url.endsWith(".ts");
const script = fileURLToPath(new URL(isBuilt ? "./render-child.js" : "./render-child.ts", import.meta.url));
/** No photo's fault: with thirty programs on two cores a child was seen to take more than 20 seconds to start. */
const startMilliseconds = 90_000;
/** A decoder can take a gigabyte in about a quarter of a second. */
const memoryCheckMilliseconds = 50;

/** By full address: a bare name would be looked up from the working directory, which may be anywhere. */
function typescriptLoader(): string {
  return pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
}

export function startRenderProcess(): RenderProcess {
  const child = fork(script, [], {
    execArgv: isBuilt ? [] : ["--import", typescriptLoader()],
    serialization: "advanced",
    // The canvas would fall back on whatever fonts the machine has: one page would be two pictures on two machines.
    env: environmentWith({ DISABLE_SYSTEM_FONTS_LOAD: "1" }),
    // A decoder that prints would write into the output of a command.
    stdio: ["ignore", 2, 2, "ipc"],
  });
  const ready = nextMessage(child);
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  let alive = true;
  child.once("exit", () => {
    alive = false;
  });
  // A failing start or send is followed by the exit that ends the photo.
  child.on("error", () => child.kill("SIGKILL"));

  async function work(order: ChildOrder, limits: RenderLimits, onMade?: OnMade): Promise<Result | null> {
    const stopStarting = setTimeout(() => child.kill("SIGKILL"), startMilliseconds);
    const started = await ready;
    clearTimeout(stopStarting);
    if (!started || !alive) return null;

    let reason = "ended";
    const stop = (why: string) => {
      reason = why;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(() => stop("time"), limits.timeoutMilliseconds);
    const memory = setInterval(async () => {
      const megabytes = await residentMegabytes(child.pid ?? 0);
      if (megabytes > limits.memoryMegabytes) stop("memory");
    }, memoryCheckMilliseconds);
    try {
      const answer = nextMessage(child, onMade);
      child.send(order);
      const message = await answer;
      return message && "result" in message ? message.result : failed(reason);
    } finally {
      clearTimeout(timer);
      clearInterval(memory);
    }
  }

  return {
    pid: child.pid,
    work,
    alive: () => alive,
    end: () => {
      alive = false;
      child.kill("SIGKILL");
      return gone;
    },
  };
}

/** Null when the child ends first. */
function nextMessage(child: ChildProcess, onMade: OnMade = () => {}): Promise<ChildMessage | null> {
  return new Promise((resolve) => {
    const settle = (message: ChildMessage | null) => {
      child.off("message", heard);
      child.off("exit", ended);
      resolve(message);
    };
    const heard = (said: unknown) => {
      const message = said as ChildMessage;
      if ("made" in message) onMade(message.made);
      else settle(message);
    };
    const ended = () => settle(null);
    child.on("message", heard);
    child.once("exit", ended);
  });
}

function failed(reason: string): { ok: false; issue: Issue } {
  return { ok: false, issue: issue("photo.processing_failed", {}, { params: { reason } }) };
}
