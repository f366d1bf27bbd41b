import Registry
import Reporting

/// The words of the pages on which people sign in and look after their account.
enum AccountPhrase: String, Phrase {
  case draftKept, draftsKept
  case signIn, signInLead, name, password, showPassword, continueIn, code, codeLead, codeHint, recoveryHint, codeTitle
  case activate, activateLead, activated, activatedText, newPassword, newPasswordHint, again, setPassword
  case account, signedInAs, actingAs, actingAsNobody, chooseOffice, chooseOfficeHint, actUnder, noOffice, layDown,
    officeEnded
  case delegations, delegationsNone, powersIn
  case sessions, sessionThis, sessionSince, sessionUsed, sessionUnknown, sessionEnd, sessionsEndOthers, sessionsEnd,
    sessionsEndLead
  case factor, factorOn, factorOff, factorCodesLeft, factorSetUp, factorRemove, factorNewCodes, factorBegin,
    factorBeginLead, factorSecret, factorSecretHint, factorOpen, factorType, factorConfirm, factorDone, factorKeep,
    factorRemoveLead, factorShow, factorShowLead
  case passwordChange, passwordOld, passwordChanged, confirm, signOut, toAccount

  var wording: Wording {
    switch self {
    case .draftKept:
      Wording(
        "Your session has ended, and nothing was recorded. Sign in: what you entered is kept for an hour, and is in the form again.",
        "登录已失效，未作任何记录。请重新登录：您填写的内容保留一小时，将回到表单中。")
    case .draftsKept:
      Wording(
        "You had entered something here that was not sent. Choose under which appointment you act, then go on:",
        "以下表单的内容尚未提交。请先选择任职，再继续：")
    case .signIn: Wording("Sign in", "登录")
    case .signInLead:
      Wording(
        "For people appointed in this region. Reading, filing a problem and verifying the log need no account.",
        "供本地区任职人员使用。浏览、提交议题和核验日志无需账户。")
    case .name: Wording("Name", "用户名")
    case .password: Wording("Password", "密码")
    case .showPassword:
      Wording(
        "Your office gives out accounts, and new passwords when one is lost.",
        "账户及遗失密码的重设由所在办公室办理。")
    case .continueIn: Wording("Continue", "继续")
    case .code: Wording("Code", "验证码")
    case .codeTitle: Wording("Type the code", "输入验证码")
    case .codeLead:
      Wording(
        "Open your authenticator, and type the six digits that it shows now.",
        "请打开验证器，输入当前显示的六位数字。")
    case .codeHint: Wording("Six digits.", "六位数字。")
    case .recoveryHint: Wording("Or one of your recovery codes.", "也可使用恢复码。")
    case .activate: Wording("Set your password", "设置密码")
    case .activateLead: Wording("This is for the account {name}. It works once.", "此页用于账户 {name}，仅可使用一次。")
    case .activated: Wording("Your password is set", "密码已设置")
    case .activatedText: Wording("Sign in with it now.", "现在可以登录。")
    case .newPassword: Wording("New password", "新密码")
    case .newPasswordHint:
      Wording(
        "At least {n} characters. Several words that do not belong together are good; you may paste it.",
        "至少 {n} 个字符。可用若干互不相关的词语，允许粘贴。")
    case .again: Wording("The new password again", "再次输入新密码")
    case .setPassword: Wording("Set the password", "设置密码")
    case .account: Wording("Your account", "我的账户")
    case .signedInAs: Wording("Signed in as", "登录用户")
    case .actingAs: Wording("Acting as", "当前任职")
    case .actingAsNobody: Wording("Nobody: you see what everybody sees", "未选择任职：仅可查看公开内容")
    case .chooseOffice: Wording("Act under another appointment", "切换任职")
    case .chooseOfficeHint:
      Wording("Every act is recorded under one appointment.", "每项办理都以一个任职身份记录。")
    case .actUnder: Wording("Act under this", "以此身份办理")
    case .noOffice:
      Wording(
        "The account holds no appointment that is valid now; ask your office.",
        "此账户目前没有有效任职，请联系所在办公室。")
    case .layDown: Wording("Act under none", "不以任何任职办理")
    case .officeEnded: Wording("{number}: not valid now", "{number}：目前无效")
    case .delegations: Wording("Powers given to you", "获得的授权")
    case .delegationsNone: Wording("None under this appointment.", "此任职下没有授权。")
    case .powersIn: Wording("{powers} in {fields}, until {until}", "{fields}：{powers}，至{until}")
    case .sessions: Wording("Where you are signed in", "登录设备")
    case .sessionThis: Wording("this browser", "此浏览器")
    case .sessionSince: Wording("Since", "登录时间")
    case .sessionUsed: Wording("Last used", "最近使用")
    case .sessionUnknown: Wording("unknown", "未知")
    case .sessionEnd: Wording("End", "结束")
    case .sessionsEnd: Wording("End sessions", "结束登录")
    case .sessionsEndLead:
      Wording("Type your password once more, so that nobody else does this for you.", "请再次输入密码，以确认是您本人操作。")
    case .sessionsEndOthers: Wording("End all others", "结束其他所有登录")
    case .factor: Wording("Second factor", "二次验证")
    case .factorOn: Wording("An authenticator is set up.", "已设置验证器。")
    case .factorOff:
      Wording(
        "None. Signing, voting, certifying and administering ask for one.", "未设置。签署、表决、核证和管理均需二次验证。")
    case .factorCodesLeft: Wording("{n#recovery code#recovery codes} left.", "剩余 {n} 个恢复码。")
    case .factorSetUp: Wording("Set up an authenticator", "设置验证器")
    case .factorRemove: Wording("Remove the authenticator", "移除验证器")
    case .factorNewCodes: Wording("New recovery codes", "重新生成恢复码")
    case .factorBegin: Wording("Set up an authenticator", "设置验证器")
    case .factorBeginLead:
      Wording(
        "An authenticator is an app on your phone or computer that shows a new code every half minute. Type your "
          + "password first.", "验证器是手机或电脑上的应用，每半分钟显示一个新验证码。请先输入密码。")
    case .factorSecret: Wording("Bring this secret to your authenticator", "将此密钥输入验证器")
    case .factorSecretHint:
      Wording(
        "It is shown this once. Type it in, or open it on the device where the authenticator is.",
        "仅显示一次。请手动输入，或在装有验证器的设备上打开。")
    case .factorOpen: Wording("Open in the authenticator", "在验证器中打开")
    case .factorType: Wording("Then type the code that it shows", "然后输入其显示的验证码")
    case .factorConfirm: Wording("Confirm", "确认")
    case .factorDone: Wording("Keep your recovery codes", "请保存恢复码")
    case .factorKeep:
      Wording(
        "Each of them works once, when the authenticator is not at hand. They are shown this once: print them, or write "
          + "them down, and keep them apart from your password.",
        "验证器不在手边时，每个恢复码可使用一次。仅显示一次：请打印或抄写，并与密码分开保存。")
    case .factorRemoveLead:
      Wording(
        "You cannot sign, vote, certify or administer without one. Type your password and a code.",
        "移除后将不能签署、表决、核证和管理。请输入密码和验证码。")
    case .factorShow: Wording("Show your second factor", "二次验证")
    case .factorShowLead:
      Wording("It holds for ten minutes. Then go on with what you were doing.", "十分钟内有效。验证后可继续原来的办理。")
    case .passwordChange: Wording("Change the password", "修改密码")
    case .passwordOld: Wording("Present password", "当前密码")
    case .passwordChanged: Wording("The password is changed. You are signed out everywhere else.", "密码已修改，其他登录均已结束。")
    case .confirm: Wording("Confirm", "确认")
    case .signOut: Wording("Sign out", "退出")
    case .toAccount: Wording("To your account", "返回我的账户")
    }
  }
}

/// Why something at the door or in an account was not done, and what to do.
enum AccountFaultPhrase: String, Phrase {
  case refused, wait, wrongPassword, code, codeUsed, recovery, halfOver, invitation, tooShort, tooLong, common, context,
    breached, differs, noFactor, factorThere, factorOver, factorSealed, crowded, notHeld, ended, storage, nameUnusable,
    nameTaken, noAppointment, appointmentHeld, tooManyAppointments, closed, ownAccount, notSure, needsCode, other

  var wording: Wording {
    switch self {
    case .refused:
      Wording(
        "Name or password is not right. Try again, or ask your office for a new password.",
        "用户名或密码不正确。请重试，或向所在办公室申请新密码。")
    case .wait: Wording("Too many attempts. Try again after {until}.", "尝试次数过多。请在{until}之后重试。")
    case .wrongPassword: Wording("The password is not right. Type it again.", "密码不正确，请重新输入。")
    case .code:
      Wording(
        "The code is not right. Check the clock of the device, and type the code that it shows now.",
        "验证码不正确。请检查设备时间，并输入当前显示的验证码。")
    case .codeUsed: Wording("The code has been used. Wait for the next one.", "该验证码已使用，请等待下一个。")
    case .recovery: Wording("This recovery code is not right, or has been used. Use another one.", "恢复码不正确或已使用，请换一个。")
    case .halfOver: Wording("The sign-in was not finished in time. Begin again.", "登录超时，请重新开始。")
    case .invitation:
      Wording(
        "This invitation has been used, replaced or is too old. Ask your office for a new one.",
        "此邀请已使用、已被替换或已过期，请向所在办公室申请新的邀请。")
    case .tooShort: Wording("It has {n} characters. Choose one of at least {least}.", "密码有 {n} 个字符，至少需要 {least} 个。")
    case .tooLong: Wording("It is longer than {n} characters. Choose a shorter one.", "密码超过 {n} 个字符，请缩短。")
    case .common:
      Wording(
        "It is among those that are guessed first. Choose several words that do not belong together.",
        "该密码容易被猜中。请使用若干互不相关的词语。")
    case .context:
      Wording(
        "Without the names of the place, the organisation and the account too little is left. Choose others.",
        "除去地名、单位名和用户名后所剩过少，请另选密码。")
    case .breached: Wording("It is known from a theft elsewhere. Choose another one.", "该密码已在他处泄露，请另选密码。")
    case .differs: Wording("The two are not the same. Type both again.", "两次输入不一致，请重新输入。")
    case .noFactor: Wording("No authenticator is set up. Set one up first.", "尚未设置验证器，请先设置。")
    case .factorThere: Wording("An authenticator is set up already.", "已设置验证器。")
    case .factorOver: Wording("The setting up was not finished in time. Begin again.", "设置超时，请重新开始。")
    case .factorSealed:
      Wording(
        "Codes cannot be checked at present. Use a recovery code, or tell your office.",
        "目前无法核对验证码。请使用恢复码，或告知所在办公室。")
    case .crowded: Wording("Many people are signing in at once. Try again in a minute.", "登录人数较多，请一分钟后重试。")
    case .notHeld: Wording("Your account does not hold this appointment. Choose another one.", "您的账户没有该任职，请选择其他任职。")
    case .ended: Wording("Your session has ended. Sign in again.", "登录已结束，请重新登录。")
    case .storage: Wording("The accounts cannot be read at present. Try again in a few minutes.", "目前无法读取账户，请几分钟后重试。")
    case .nameUnusable:
      Wording(
        "A name has 3 to 64 letters and digits, and . - _ + @ after the first. Change it.",
        "用户名为3至64个文字或数字，首位之后可用 . - _ + @。请修改。")
    case .nameTaken:
      Wording("There is an account {name} already, open or closed. Choose another name.", "用户名 {name} 已被使用，请另选。")
    case .noAppointment:
      Wording("{number} is no appointment that is valid now. Check the number.", "{number} 不是目前有效的任职，请核对编号。")
    case .appointmentHeld:
      Wording("The account {name} holds {number}. Take it from that account first.", "{number} 由账户 {name} 持有，请先从该账户移除。")
    case .tooManyAppointments:
      Wording(
        "An account holds at most {n} appointments. Take away those that are over.", "一个账户最多持有 {n} 项任职，请先移除已结束的任职。")
    case .closed: Wording("The account is closed. Open a new one.", "该账户已关闭，请另行开户。")
    case .ownAccount:
      Wording("You act under this account. Ask another administrator.", "您正在使用此账户，请由其他管理员办理。")
    case .notSure: Wording("Say that you are sure: tick the box, and send it again.", "请勾选确认后再次提交。")
    case .needsCode:
      Wording("Accounts are changed with a second factor only. Give the code, then repeat.", "更改账户须二次验证。请输入验证码后重试。")
    case .other: Wording("This could not be done. Go back and try again.", "未能办理，请返回重试。")
    }
  }
}
