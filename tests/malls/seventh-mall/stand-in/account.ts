export const sandboxCornerKey = "sandbox-corner-key";

/** The environment of a process that is to speak to the stand-in under this address. */
export function cornerEnvironment(address: string): Record<string, string> {
  return { CORNER_BASE_URL: address, CORNER_API_KEY: sandboxCornerKey };
}
