import { type ChangeEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type Issue, issue } from "#app/domain/issue/issue.ts";
import { sortFiles } from "#app/domain/upload/chosen-files.ts";
import { importMessages } from "#app/messages/merchant-imports.ts";
import { uploadMessages as m } from "#app/messages/merchant-uploads.ts";
import { Button } from "#app/ui/plain/button.tsx";
import { IssueList } from "#app/ui/plain/issue-list.tsx";
import { useSentence } from "#app/ui/plain/locale.tsx";
import { Notice } from "#app/ui/plain/notice.tsx";
import { UploadList } from "./upload-list.tsx";
import { UploadQueue, type UploadState } from "./upload-queue.ts";

const address = "/merchant/imports/new";
const nothing: UploadState = { files: [], connection: "good" };

/** Where files are chosen, dropped and sent; the import begins when all of them have arrived and the merchant says so. */
export function UploadDesk({ refused, chosen }: { refused: Issue | null; chosen: readonly File[] }) {
  const t = useSentence();
  const [queue] = useState(() => new UploadQueue());
  const { files, connection } = useSyncExternalStore(queue.subscribe, queue.state, () => nothing);
  const [fault, setFault] = useState(refused);
  const [wanted, setWanted] = useState(false);
  const [beginning, setBeginning] = useState(false);
  const usable = files.filter(({ state }) => state !== "refused");
  const whole = usable.every(({ state }) => state === "arrived");
  const take = (more: readonly File[]) => {
    setFault(null);
    queue.add(more);
  };
  const over = useDropAnywhere(take);

  // biome-ignore lint/correctness/useExhaustiveDependencies: what the plain form held is handed over once
  useEffect(() => {
    queue.add(chosen);
    return queue.start();
  }, [queue]);

  useEffect(() => {
    if (!wanted || !whole || beginning || connection !== "good") return;
    setBeginning(true);
    const ids = usable.flatMap(({ id }) => id ?? []);
    void begin(queue, ids).then((outcome) => {
      if (outcome === "left") return;
      setBeginning(false);
      if (outcome === "lost") return queue.hold();
      setWanted(false);
      setFault(issue("upload.interrupted"));
    });
  }, [wanted, whole, beginning, connection, usable, queue]);

  function press() {
    const sorted = sortFiles(usable);
    const wrong = "fault" in sorted ? issue(sorted.fault) : unfinishedOf(usable);
    setFault(wrong);
    setWanted(wrong === null);
    if (wrong) window.scrollTo({ top: 0 });
  }

  return (
    <div className="stack">
      {fault && (
        <Notice tone="refused" title={t(importMessages.refusedTitle)}>
          <IssueList issues={[fault]} />
        </Notice>
      )}
      <DropArea over={over} onChosen={take} />
      {connection !== "good" && <Connection state={connection} onTry={() => queue.goOn()} />}
      {files.length > 0 && (
        <UploadList
          files={files}
          onRemove={(keys) => {
            setFault(null);
            setWanted(false);
            for (const key of keys) queue.remove(key);
          }}
        />
      )}
      <Button kind="main" full type="button" onClick={press} aria-disabled={wanted}>
        {t(beginning ? m.beginning : wanted ? m.beginWhenSent : m.begin)}
      </Button>
      {files.length > 0 && <p className="soft">{t(m.closeLater)}</p>}
    </div>
  );
}

function unfinishedOf(files: UploadState["files"]): Issue | null {
  const unfinished = files.find(({ state }) => state === "unfinished");
  return unfinished ? issue("upload.not_whole", { photo: unfinished.name }) : null;
}

function DropArea({ over, onChosen }: { over: boolean; onChosen: (files: File[]) => void }) {
  const t = useSentence();
  const choose = ({ currentTarget }: ChangeEvent<HTMLInputElement>) => {
    onChosen([...(currentTarget.files ?? [])]);
    // The same file may be chosen again after it was removed.
    currentTarget.value = "";
  };
  return (
    <div className={over ? "drop-area drop-over" : "drop-area"}>
      <label className="button" htmlFor="upload-files">
        {t(m.choose)}
      </label>
      <input
        id="upload-files"
        type="file"
        name="files"
        multiple
        className="visually-hidden"
        onChange={choose}
        aria-describedby="upload-hint"
        accept=".xlsx,.csv,.tsv,.txt,.zip,image/*,.heic,.heif"
      />
      <p>{t(m.orDrop)}</p>
      <p className="soft" id="upload-hint">
        {t(m.chooseHint)}
      </p>
    </div>
  );
}

function Connection({ state, onTry }: { state: "lost" | "signed_out"; onTry: () => void }) {
  const t = useSentence();
  if (state === "signed_out") {
    return (
      <Notice tone="waiting" title={t(m.signedOut)}>
        <p>{t(m.signedOutBody)}</p>
        <p>
          <a className="button" href={`/login?${new URLSearchParams({ next: address })}`}>
            {t(m.logIn)}
          </a>
        </p>
      </Notice>
    );
  }
  return (
    <Notice tone="waiting" title={t(m.lost)}>
      <p>{t(m.lostBody)}</p>
      <p>
        <Button type="button" onClick={onTry}>
          {t(m.tryNow)}
        </Button>
      </p>
    </Notice>
  );
}

/** Files dropped beside the area are meant for it too; a browser would open them in place of the page. */
function useDropAnywhere(onDropped: (files: File[]) => void): boolean {
  const [over, setOver] = useState(false);
  const dropped = useRef(onDropped);
  dropped.current = onDropped;
  useEffect(() => {
    const holdsFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;
    const drag = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    const leave = (event: DragEvent) => {
      if (event.relatedTarget === null) setOver(false);
    };
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return;
      event.preventDefault();
      setOver(false);
      dropped.current([...(event.dataTransfer?.files ?? [])]);
    };
    window.addEventListener("dragover", drag);
    window.addEventListener("dragleave", leave);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragover", drag);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("drop", drop);
    };
  }, []);
  return over;
}

/** Asked again after a lost answer it leads to the same import. */
async function begin(queue: UploadQueue, ids: string[]): Promise<"left" | "lost" | "failed"> {
  const body = new URLSearchParams(ids.map((id) => ["upload", id]));
  const answer = await fetch(address, { method: "POST", body }).catch(() => null);
  if (!answer) return "lost";
  if (!answer.ok) return "failed";
  if (new URL(answer.url).pathname !== address) await queue.taken();
  window.location.assign(answer.url);
  return "left";
}
