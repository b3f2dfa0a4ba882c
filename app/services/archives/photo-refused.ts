import { type Issue, issue } from "#app/domain/issue/issue.ts";

/** A photo or a whole archive of them cannot be taken; the issue says why. */
export class PhotoRefused extends Error {
  readonly issue: Issue;

  constructor(code: Issue["code"], photo?: string, params: Issue["params"] = {}) {
    super(code);
    this.name = "PhotoRefused";
    this.issue = issue(code, photo === undefined ? {} : { photo }, { params });
  }
}
