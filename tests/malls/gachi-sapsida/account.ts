export const sandboxGachiSapsidaToken = "sandbox-token";

/** The environment of a process that is to speak to the stand-in under this address. */
export function gachiSapsidaEnvironment(address: string): Record<string, string> {
  return { GACHI_SAPSIDA_HAND_OVER_URL: address, GACHI_SAPSIDA_TOKEN: sandboxGachiSapsidaToken };
}
