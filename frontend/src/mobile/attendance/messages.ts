/** What checking in says. */

const zh = {
  checkIn: "签到",
  checkOut: "签退",
  code: "现场签到码",
  codeAdvice: "向负责社工出示的屏幕扫码，或照着填写 8 位码。",
  scan: "扫码",
  stopScan: "停止扫码",
  scanning: "把负责社工屏幕上的二维码放进画面",
  noCamera: "不能使用相机，请填写签到码。",
  locating: "正在核对位置…",
  checkedIn: (time: string) => `已签到 ${time}`,
  checkedOut: (time: string) => `已签退 ${time}`,
  placeUnknown: "没有得到位置，由负责社工核对。",
  inAdvice: "活动结束后回到这里签退，时长才能记上。",
  outAdvice: "时长待第二人确认后，会显示在「时长」里。",
  seeHours: "查看时长",
  next: "下一场",
  notYet: "活动开始前后，这里会出现签到按钮。",
  others: "其他活动",
  notMine: "您没有报名这场活动，或不在签到时间内",
  see: "查看这场活动",
  nothing: "现在没有需要签到的活动",
  nothingAdvice: "报名成功的活动会显示在这里。",
  find: "去看活动",
  asResident: "以居民身份参加？登记参与",
};

type CheckInMessages = typeof zh;

const en: CheckInMessages = {
  checkIn: "Check in",
  checkOut: "Check out",
  code: "Code on the spot",
  codeAdvice: "Scan the lead's screen or type its 8 characters.",
  scan: "Scan",
  stopScan: "Stop scanning",
  scanning: "Hold the square on the lead's screen into the picture",
  noCamera: "The camera cannot be used. Please type the code.",
  locating: "Checking the place…",
  checkedIn: (time) => `Checked in at ${time}`,
  checkedOut: (time) => `Checked out at ${time}`,
  placeUnknown: "No position; the lead will check.",
  inAdvice: "Check out here when the activity ends, so that your hours count.",
  outAdvice: "Once a second person confirms, your hours show under Hours.",
  seeHours: "See hours",
  next: "Next",
  notYet: "The button appears here around the start of the activity.",
  others: "Other activities",
  notMine: "You are not signed up for this activity, or its time is over",
  see: "See the activity",
  nothing: "Nothing to check in to now",
  nothingAdvice: "Activities you signed up for are shown here.",
  find: "See activities",
  asResident: "Here as a resident? Record that you took part",
};

export const messages = { zh, en };
