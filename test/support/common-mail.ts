/** Mail of the shapes that most mail has, as different programs write it; each is a whole message. */
export const commonMail: Readonly<Record<string, string>> = {
  'plain text without any MIME field': `From: Carla Ruiz <Carla@Customer.example>
To: help@northwind.example, "Desk, North" <desk@northwind.example>
Cc: Boss <boss@customer.example>
Subject: Where is my parcel?
Date: Wed, 4 Mar 2026 09:12:00 +0100 (CET)
Message-ID: <plain.1@customer.example>
References: <a@customer.example>
	<b@northwind.example>

Good morning,

it has not come yet.
> On Monday you wrote that it would.
`,

  'plain text that flows, with a signature': `Return-Path: <li@customer.example>
From: =?UTF-8?B?TGkg5p2O?= <li@customer.example>
To: help@northwind.example
Subject: =?UTF-8?Q?Caf=C3=A9_?= =?utf-8?q?cr=C3=A8me?= and more
MIME-Version: 1.0
Content-Type: text/plain; charset=utf-8; format=flowed; delsp=yes
Content-Transfer-Encoding: 8bit

A paragraph that \x20
goes on, and \x20
ends here: dé\x20
jà.

 From the beginning of a line
-- \x20
Li
`,

  'text and HTML, quoted-printable and Latin-1': `From: "Jörg" <joerg@customer.example>
Subject: =?iso-8859-1?Q?R=FCckgabe?=
Content-Type: multipart/alternative;
 boundary="----=_Part_7.1"
MIME-Version: 1.0

This is a message in several parts.
------=_Part_7.1
Content-Type: text/plain; charset="iso-8859-1"
Content-Transfer-Encoding: quoted-printable

Gr=FC=DFe, die Rechnung =
fehlt. 5 =80 =93so=94\x20\x20
=20
------=_Part_7.1
Content-Type: text/html; charset=windows-1252
Content-Transfer-Encoding: Quoted-Printable

<p style=3D"margin:0">Gr=FC=DFe, die Rechnung fehlt.</p>
------=_Part_7.1--
And an end.
`.replace('"Jörg"', '=?iso-8859-1?Q?J=F6rg?='),

  'a picture within the HTML, and a file': `From: olga@customer.example
To: =?windows-1251?B?z+7k5OXw5urg?= <help@northwind.example>
Reply-To: "Olga P." <olga.private@customer.example>
Subject: broken
Content-Type: multipart/mixed; boundary=outer-1

--outer-1
Content-Type: multipart/related; type="text/html"; boundary="inner_2"

--inner_2
Content-Type: multipart/alternative; boundary="third=3"

--third=3
Content-Type: text/plain; charset=windows-1251
Content-Transfer-Encoding: base64

z/Do4uXyLCDv8O7y5erg5fIu
--third=3
Content-Type: text/html; charset=utf-8

<p>Привет, протекает. <img src="cid:photo@here"></p>

--third=3--

--inner_2
Content-Type: image/png; name="=?UTF-8?B?0YTQvtGC0L4ucG5n?="
Content-ID: <photo@here>
Content-Disposition: inline; filename="=?UTF-8?B?0YTQvtGC0L4ucG5n?="
Content-Transfer-Encoding: base64

iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9
awAAAABJRU5ErkJggg==
--inner_2--
--outer-1
Content-Type: application/pdf;
 name*0*=UTF-8''%C3%9Cbersicht%20der;
 name*1*=%20Rechnungen.pdf
Content-Disposition: attachment;
 filename*=UTF-8''%C3%9Cbersicht%20der%20Rechnungen.pdf; size=12
Content-Transfer-Encoding: base64

JVBERi0xLjQKJcfs
--outer-1
Content-Type: text/plain; charset=us-ascii; name="app.log"
Content-Disposition: attachment; filename="app.log"
Content-Transfer-Encoding: 7bit

line 1
line 2

--outer-1
Content-Type: text/plain

This list is read by people.
--outer-1--
`,

  'a file alone': `From: scanner@customer.example
Subject: Scan
Message-ID: <scan.9@customer.example>
Content-Type: image/jpeg; name=scan.jpg
Content-Transfer-Encoding: base64
Content-Disposition: attachment; filename=scan.jpg

/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////
`,

  'a message passed on as a file': `From: dora@customer.example
Subject: Fwd
Content-Type: multipart/mixed; boundary="b1"

--b1
Content-Type: text/plain; charset=utf-8

See below.
--b1
Content-Type: message/rfc822; name="Where.eml"
Content-Disposition: attachment; filename="Where.eml"

From: x@customer.example
Subject: =?broken
Content-Type: multipart/mixed; boundary="b2"

--b2

Hello
--b2--
--b1--
`,
};

/** What a reader of common mail must leave to a slower one, and why. */
export const uncommonMail: Readonly<Record<string, string>> = {
  'HTML alone, which has to become text': 'Subject: x\nContent-Type: text/html\n\n<p>Hello</p>\n',
  'bytes above ASCII in a header': 'Subject: Grüße\n\nHello\n',
  'a field twice': 'Subject: one\nSubject: two\n\nHello\n',
  'an encoded word that is cut': 'Subject: =?utf-8?B?YWJj\n\nHello\n',
  'an encoded word with half a character': 'Subject: =?utf-8?Q?=C3?=\n\nHello\n',
  'a charset that few know': 'Subject: x\nContent-Type: text/plain; charset=big5\n\nHello\n',
  'bytes that are not of the charset': 'Subject: x\nContent-Type: text/plain; charset=us-ascii\n\nGrüße\n',
  'a multipart that never ends': 'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n',
  'a boundary that begins like another line':
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--bc\n--b--\n',
  'a delimiter after the last':
    'Content-Type: multipart/mixed; boundary=b\n\n--b\n\nHello\n--b--\n--b\n\nx\n--b--\n',
  'a carriage return alone in a header': 'Subject: x\ry\n\nHello\n',
  'no end of the header': 'Subject: x\nTo: y@z.example\n',
  'no header': '\nHello\n',
  'a line of mbox at the top': 'From x@y.example Mon Mar  2 10:00:00 2026\nSubject: x\n\nHello\n',
  'base64 with something else in it':
    'Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: base64\n\nSGVsbG8!\n',
  'quoted-printable with a bare sign':
    'Subject: x\nContent-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\n1 = 1\n',
  'an encoding nobody knows': 'Subject: x\nContent-Transfer-Encoding: x-uuencode\n\nHello\n',
  'a message within the message':
    'Content-Type: message/rfc822\nContent-Disposition: inline\n\nSubject: inner\n\nHello\n',
  'a report of delivery': 'Content-Type: message/delivery-status\n\nStatus: 5.0.0\n',
  'a file that only its name explains':
    'Content-Type: application/octet-stream; name="a.pdf"\nContent-Disposition: attachment\n\nx\n',
  'two names for a file':
    'Content-Type: image/png; name="a.png"\nContent-Disposition: attachment; filename="b.png"\n\nx\n',
  'a comment in a structured field': 'Content-Type: text/plain (it is); charset=utf-8\n\nHello\n',
  'pieces of a name out of order':
    'Content-Type: image/png\nContent-Disposition: attachment; filename*1="b"; filename*0="a"\n\nx\n',
};
