import Reporting

/// The words of the pages on which administrators look after accounts.
enum AdministrationPhrase: String, Phrase {
  case accounts, accountsLead, accountOf, toThisAccount, number, name, nameHint, appointments, appointmentsHint,
    further,
    add, take, state, open, invited, invitationOver, closed, created, closedAt, factor, factorThere, factorMissing,
    sessions, language, newAccount, create, invitation, invitationLead, invitationAddress, invitationUntil, access,
    endSessions, ownNote, inviteNote, withoutFactor, invite, closeNote, closeSure, close, events, network

  var wording: Wording {
    switch self {
    case .accounts: Wording("Accounts of the region", "本地区账户")
    case .accountsLead:
      Wording(
        "An account lets a person act under their appointments. Who is appointed to what is decided in the record, not "
          + "here.", "账户供人员以其任职办理事务。任职由记录决定，不在此处设定。")
    case .accountOf: Wording("Account {name}", "账户 {name}")
    case .toThisAccount: Wording("To this account", "前往该账户")
    case .number: Wording("Number", "编号")
    case .name: Wording("Name to sign in with", "登录用户名")
    case .nameHint:
      Wording(
        "3 to 64 letters and digits, and . - _ + @ after the first.", "3至64个文字或数字，首位之后可用 . - _ + @。")
    case .appointments: Wording("Appointments", "任职")
    case .appointmentsHint: Wording("Their numbers, such as A-3, A-12", "填写编号，例如 A-3、A-12")
    case .further: Wording("Further appointments", "追加任职")
    case .add: Wording("Add", "追加")
    case .take: Wording("Take away", "移除")
    case .state: Wording("State", "状态")
    case .open: Wording("open", "正常")
    case .invited: Wording("invited", "已邀请")
    case .invitationOver: Wording("invitation over", "邀请已过期")
    case .closed: Wording("closed", "已关闭")
    case .created: Wording("Opened", "开户时间")
    case .closedAt: Wording("Closed", "关闭时间")
    case .factor: Wording("Second factor", "二次验证")
    case .factorThere: Wording("set up", "已设置")
    case .factorMissing: Wording("not set up", "未设置")
    case .sessions: Wording("Sessions now", "当前登录数")
    case .language: Wording("Language of its pages", "页面语言")
    case .newAccount: Wording("Open an account", "开立账户")
    case .create: Wording("Open the account", "开立账户")
    case .invitation: Wording("Invitation", "邀请")
    case .invitationLead:
      Wording(
        "Give this address to the owner of {name} by a way that only they read. It is shown this once and works once.",
        "请以仅本人可读的方式将此地址交给 {name} 的使用者。仅显示一次，也仅可使用一次。")
    case .invitationAddress: Wording("Address, after that of this portal", "地址（接在本平台网址之后）")
    case .invitationUntil: Wording("Invited until", "邀请有效期至")
    case .access: Wording("Access", "登录权限")
    case .endSessions: Wording("End all sessions", "结束所有登录")
    case .ownNote:
      Wording(
        "You act under this account. Another administrator can invite it anew or close it.",
        "您正在使用此账户，重新邀请或关闭须由其他管理员办理。")
    case .inviteNote:
      Wording(
        "For a password that was lost. The old one is void at once, and all sessions end.",
        "用于密码遗失。原密码立即失效，所有登录结束。")
    case .withoutFactor: Wording("The authenticator is lost too: remove it", "验证器也已遗失：一并移除")
    case .invite: Wording("Invite anew", "重新邀请")
    case .closeNote:
      Wording(
        "A closed account stays closed. Its name is not given out again; its appointments can be held by another.",
        "账户关闭后不能恢复。用户名不再使用，其任职可由其他账户持有。")
    case .closeSure: Wording("Yes, close this account for good", "是，永久关闭此账户")
    case .close: Wording("Close the account", "关闭账户")
    case .events: Wording("What happened at the door", "登录与安全记录")
    case .network: Wording("From", "来源")
    }
  }
}

/// What happened to an account.
enum SecurityEventPhrase: String, Phrase {
  case created, appointmentAdded, appointmentRemoved, closed, invited, activated, signedIn, codeAsked, refused,
    throttled, codeRefused, recoveryCodeUsed, passwordRefused, passwordChanged, passwordRehashed, secondFactorShown,
    secondFactorAdded, secondFactorRemoved, recoveryCodesRenewed, appointmentChosen, sessionEnded

  var wording: Wording {
    switch self {
    case .created: Wording("opened", "开户")
    case .appointmentAdded: Wording("appointment added", "追加任职")
    case .appointmentRemoved: Wording("appointment taken away", "移除任职")
    case .closed: Wording("closed", "关闭")
    case .invited: Wording("invited to set a password", "邀请设置密码")
    case .activated: Wording("password set by invitation", "受邀设置密码")
    case .signedIn: Wording("signed in", "登录")
    case .codeAsked: Wording("password right, code asked for", "密码正确，要求验证码")
    case .refused: Wording("sign-in refused", "登录被拒")
    case .throttled: Wording("too many attempts", "尝试过多")
    case .codeRefused: Wording("code refused", "验证码被拒")
    case .recoveryCodeUsed: Wording("recovery code used", "使用恢复码")
    case .passwordRefused: Wording("password not confirmed", "密码确认失败")
    case .passwordChanged: Wording("password changed", "修改密码")
    case .passwordRehashed: Wording("password stored anew", "密码重新存储")
    case .secondFactorShown: Wording("second factor given", "通过二次验证")
    case .secondFactorAdded: Wording("authenticator set up", "设置验证器")
    case .secondFactorRemoved: Wording("authenticator removed", "移除验证器")
    case .recoveryCodesRenewed: Wording("recovery codes renewed", "更新恢复码")
    case .appointmentChosen: Wording("appointment chosen", "选择任职")
    case .sessionEnded: Wording("session ended", "登录结束")
    }
  }
}
