/** Where to go on after signing in or registering: a path of this app and nothing else. */
export const safePath = (to: string | null) => (to && /^\/(?![/\\])/.test(to) ? to : "/mine");
