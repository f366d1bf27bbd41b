import Reporting

/// What the server itself says, where no page was asked.
enum ServerPhrase: String, Phrase {
  case method, methodRemedy, addressTooLong, addressTooLongRemedy, addressUnreadable, addressUnreadableRemedy,
    otherHost, otherHostRemedy, form, formTooManyRemedy, formNotTextRemedy, formTooLarge, formTooLargeRemedy, notAForm,
    notAFormRemedy, packedBody,
    packedBodyRemedy, bodyUnfinished,
    bodyUnfinishedRemedy, otherSite, otherSiteRemedy, formUnsealed, formUnsealedRemedy, noSuchPage, noSuchPageRemedy,
    tooManyListeners, tooManyListenersRemedy, unavailable, unavailableRemedy, reference, home,
    requestUnreadable, requestUnreadableRemedy, requestLate, requestLateRemedy, changed, readAnew, sessionWarning,
    sessionStay, sessionOver, signIn

  var wording: Wording {
    switch self {
    case .method: Wording("This address does not answer that", "此地址不接受这种请求")
    case .methodRemedy: Wording("It can be asked with {methods} only.", "只接受 {methods}。")
    case .addressTooLong: Wording("The address is too long", "地址过长")
    case .addressTooLongRemedy:
      Wording("An address may have {limit} bytes. Shorten what you search for.", "地址最多 {limit} 字节。请缩短查询内容。")
    case .addressUnreadable: Wording("The address cannot be read", "无法识别该地址")
    case .addressUnreadableRemedy:
      Wording("Part of it is not text. Check the link, or begin at the first page.", "其中一部分不是文字。请检查链接，或从首页开始。")
    case .otherHost: Wording("This is not the site you asked for", "您访问的不是本站")
    case .otherHostRemedy:
      Wording("The request was meant for another name. Use the address of this portal.", "请求指向了其他域名，请使用本平台的地址。")
    case .form: Wording("The form cannot be read", "无法识别表单")
    case .formTooManyRemedy:
      Wording(
        "Nothing was recorded. The form has more than {limit} fields; send fewer.",
        "未作任何记录。表单超过 {limit} 个栏目，请减少后提交。")
    case .formNotTextRemedy:
      Wording(
        "Nothing was recorded. Field {n} is not UTF-8 text; go back, load the page anew, and send the form again.",
        "未作任何记录。第 {n} 个栏目不是 UTF-8 文字，请返回并重新载入页面后再次提交。")
    case .formTooLarge: Wording("The form is too large", "表单过大")
    case .formTooLargeRemedy:
      Wording(
        "Nothing was recorded. A form may have {limit} bytes; shorten the texts.",
        "未作任何记录。表单最多 {limit} 字节，请缩短文字。")
    case .notAForm: Wording("Only forms are accepted here", "此处仅接受表单")
    case .notAFormRemedy:
      Wording(
        "Nothing was recorded. Send application/x-www-form-urlencoded.",
        "未作任何记录。请以 application/x-www-form-urlencoded 提交。")
    case .packedBody: Wording("The form came packed", "表单经过压缩")
    case .packedBodyRemedy:
      Wording("Nothing was recorded. Send it as it is, not packed.", "未作任何记录。请直接提交，不要压缩。")
    case .bodyUnfinished: Wording("The form did not arrive in time", "表单未能及时送达")
    case .bodyUnfinishedRemedy:
      Wording("Nothing was recorded. Go back, and send it again.", "未作任何记录。请返回后重新提交。")
    case .requestUnreadable: Wording("This request cannot be read", "无法识别此请求")
    case .requestUnreadableRemedy:
      Wording(
        "Nothing was recorded. Open the address in a browser and try again; if it stays so, tell the region's office.",
        "未作任何记录。请用浏览器打开网址重试；如仍出现，请告知联合办公室。")
    case .requestLate: Wording("The request did not arrive in time", "请求未能及时送达")
    case .requestLateRemedy:
      Wording(
        "Nothing was recorded. Check your connection, and try again.", "未作任何记录。请检查网络连接后重试。")
    case .otherSite: Wording("The form came from another site", "表单来自其他网站")
    case .otherSiteRemedy:
      Wording(
        "Nothing was recorded. Open the page here, and send the form from it; a link of another site cannot act for you.",
        "未作任何记录。请在本站打开页面后提交；其他网站的链接不能代您办理。")
    case .formUnsealed: Wording("This form is no longer valid", "此表单已失效")
    case .formUnsealedRemedy:
      Wording(
        "Nothing was recorded. Your session may have ended, or your browser does not keep cookies. Go back, load the "
          + "page anew, sign in if you are asked to, and send the form again.",
        "未作任何记录。可能登录已结束，或浏览器未保存 Cookie。请返回并重新载入页面，按需登录后再次提交。")
    case .noSuchPage: Wording("There is no such page", "没有该页面")
    case .noSuchPageRemedy: Wording("Check the address, or begin at the first page.", "请检查地址，或从首页开始。")
    case .tooManyListeners: Wording("Too many pages wait for changes", "等待更新的页面过多")
    case .tooManyListenersRemedy: Wording("Load the page anew to see what is new.", "请重新载入页面查看最新内容。")
    case .unavailable: Wording("The record cannot be read at present", "目前无法读取档案")
    case .unavailableRemedy: Wording("Nothing was recorded. Try again in a few minutes.", "未作任何记录。请几分钟后再试。")
    case .reference: Wording("Reference: {id}", "编号：{id}")
    case .home: Wording("To the first page", "回到首页")
    case .changed: Wording("This has changed since you opened it.", "打开页面后内容已有变化。")
    case .readAnew: Wording("Show what is new", "查看最新内容")
    case .sessionWarning: Wording("Your session is about to end.", "登录即将结束。")
    case .sessionStay: Wording("Stay signed in", "保持登录")
    case .sessionOver: Wording("Your session has ended.", "登录已结束。")
    case .signIn: Wording("Sign in again", "重新登录")
    }
  }
}

extension TurnedAway {
  /// What is said about it, and what the visitor can do.
  var words: (title: ServerPhrase, remedy: ServerPhrase, fillings: [String: Filling]) {
    switch self {
    case .method(let allowed): (.method, .methodRemedy, ["methods": .text(allowed.joined(separator: ", "))])
    case .addressTooLong(let limit): (.addressTooLong, .addressTooLongRemedy, ["limit": .text("\(limit)")])
    case .addressUnreadable: (.addressUnreadable, .addressUnreadableRemedy, [:])
    case .otherHost: (.otherHost, .otherHostRemedy, [:])
    case .form(.tooMany(let limit)): (.form, .formTooManyRemedy, ["limit": .text("\(limit)")])
    case .form(.notText(let number)): (.form, .formNotTextRemedy, ["n": .text("\(number)")])
    case .formTooLarge(let limit): (.formTooLarge, .formTooLargeRemedy, ["limit": .text("\(limit)")])
    case .notAForm: (.notAForm, .notAFormRemedy, [:])
    case .packedBody: (.packedBody, .packedBodyRemedy, [:])
    case .bodyUnfinished: (.bodyUnfinished, .bodyUnfinishedRemedy, [:])
    case .otherSite: (.otherSite, .otherSiteRemedy, [:])
    case .formUnsealed: (.formUnsealed, .formUnsealedRemedy, [:])
    case .noSuchPage: (.noSuchPage, .noSuchPageRemedy, [:])
    case .tooManyListeners: (.tooManyListeners, .tooManyListenersRemedy, [:])
    case .unavailable: (.unavailable, .unavailableRemedy, [:])
    }
  }
}
