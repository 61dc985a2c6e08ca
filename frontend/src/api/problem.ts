/** A refusal as the services answer it (RFC 9457), or the network's failure to answer at all. */

export interface FieldError {
  pointer: string;
  title: string;
}

interface Body {
  type: string;
  title: string;
  status: number;
  detail?: string;
  errors?: FieldError[];
  request_id?: string;
}

export class Problem extends Error {
  readonly type: string;
  readonly status: number;
  readonly title: string;
  readonly detail?: string;
  readonly errors: FieldError[];
  readonly requestId?: string;
  /** What this refusal says besides: `closes_at`, `taken`, … */
  readonly params: Record<string, unknown>;

  constructor({ type, title, status, detail, errors, request_id, ...params }: Body) {
    super(detail ?? title);
    this.name = "Problem";
    this.type = type;
    this.status = status;
    this.title = title;
    this.detail = detail;
    this.errors = errors ?? [];
    this.requestId = request_id;
    this.params = params;
  }

  /** The same, with the places of a list of which only some rows were sent as the rows of the form. */
  ofRows(list: string, rows: number[]): Problem {
    const there = new RegExp(`^/${list}/(\\d+)(?=/|$)`);
    const errors = this.errors.map((each) => ({ ...each, pointer: each.pointer.replace(there, (_, at) => `/${list}/${rows[Number(at)]}`) }));
    const { type, title, status, detail, requestId: request_id, params } = this;
    return new Problem({ ...params, type, title, status, detail, request_id, errors });
  }

  /** Nobody answered yet, or only a machine in between: the same request may be sent again. */
  get unanswered(): boolean {
    return this.type === "unreachable" || this.type === "key-in-flight" || this.status >= 502;
  }
}

export const unreachable = () => new Problem({ type: "unreachable", title: "没有连上服务器，请检查网络后再试。", status: 0 });

function isBody(value: unknown): value is Body {
  return typeof value === "object" && value !== null && "type" in value && "title" in value;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response.clone().json().catch(() => null);
  if (isBody(body)) return new Problem({ ...body, status: response.status });
  return new Problem({ type: "unexplained", title: "服务器没有说明原因，请稍后再试。", status: response.status });
}

/** Anything thrown, as a problem that can be shown. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem({ type: "unexpected-here", title: "页面出错，请刷新后再试。", status: 0, detail: String(error) });
}
