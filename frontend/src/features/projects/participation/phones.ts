/** Phone numbers typed or pasted many at once, and what the service says of each. */
import type { FieldError } from "@/api/problem";

/** A phone is a line, or stands between commas; spaces within it are the typist's. */
export const phonesIn = (text: string) => text.split(/[\n,，;；、]/).map((one) => one.trim()).filter(Boolean);

export interface WrongPhone {
  place: number;
  phone: string;
  title: string;
}

/** `/phones/3` is the fourth number sent. */
export function wrongPhones(errors: FieldError[], phones: string[]): WrongPhone[] {
  return errors.flatMap(({ pointer, title }) => {
    const place = Number(/^\/phones\/(\d+)$/.exec(pointer)?.[1] ?? NaN);
    const phone = phones[place];
    return phone === undefined ? [] : [{ place: place + 1, phone, title }];
  });
}
