import bcrypt from "bcryptjs";

/** `client_secret_sign` of a token request; the secret is itself a bcrypt salt. */
export async function signTokenRequest(clientId: string, clientSecret: string, timestamp: number): Promise<string> {
  const hashed = await bcrypt.hash(`${clientId}_${timestamp}`, clientSecret);
  return Buffer.from(hashed).toString("base64");
}
