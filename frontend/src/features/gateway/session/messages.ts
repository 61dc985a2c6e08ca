/** Ways of signing in. */
import type { Session } from "./queries";

export const methods: Record<Session["method"], string> = { pwd: "密码", sms: "短信验证码" };
