/** The code on the lead's screen: typed, or read from the square that opens this app with it. */

export const CODE_LENGTH = 8;

/** As the server shows it: capitals and digits, however it was typed. */
export const tidy = (typed: string) => typed.toUpperCase().replace(/[^A-Z0-9]/g, "");

export interface Scanned {
  code: string;
  activityId: string | null;
}

/** From the text of the square; `null` where it is another square. */
export function read(text: string): Scanned | null {
  if (!URL.canParse(text)) return null;
  const { pathname, searchParams } = new URL(text);
  const code = searchParams.get("code");
  return pathname.endsWith("/check-in") && code ? { code: tidy(code), activityId: searchParams.get("activity") } : null;
}
