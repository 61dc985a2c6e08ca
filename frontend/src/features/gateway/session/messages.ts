/** Ways of signing in. */
import type { Session } from "./queries";

export const methods: Record<Session["method"], string> = { client: "系统密钥", pwd: "密码", sms: "短信验证码" };
