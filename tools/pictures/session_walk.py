"""The page Buổi gặp dân: a session with six opinions and one to come, the form that stays."""

from __future__ import annotations

from collections.abc import Iterator

from desk_app.services.sessions_kept import Said, Session
from tools.pictures.stage import Stage, keys

_OPINIONS: tuple[dict[str, object], ...] = (
    {
        **{"field": "reform", "text": "Chỗ chờ ở Bộ phận Một cửa thiếu ghế cho người cao tuổi", "answer": "answered"},
        **{"reply": "Kê thêm sáu ghế ngay trong tuần", "speaker": "Bà Tạ Thị Mận", "hamlet": "thôn Trung"},
    },
    {"field": "environment", "text": "Rác ở chợ ba ngày mới gom một lần", "answer": "promised", "who": "Tổ môi trường"},
    {
        **{"field": "security", "text": "Thanh niên đua xe trên đê vào đêm thứ bảy", "answer": "answered"},
        "reply": "Công an xã tuần tra từ 21 giờ, bà con thấy thì gọi trực ban",
    },
    {
        **{"field": "land", "text": "Ranh giới thửa đất giáp kênh chưa rõ, xin đo lại trước khi làm nhà"},
        **{"answer": "passed-on", "who": "Văn phòng đăng ký đất đai", "speaker": "Ông Vũ Văn Khải"},
    },
    {
        "field": "services",
        "text": "Ngõ 3 thôn Đoài tối, trẻ đi học về dễ ngã",
        "answer": "promised",
        "who": "Tổ kinh tế",
    },
    {"field": "other", "text": "Xin mở lại lớp dưỡng sinh", "answer": "answered", "reply": "Mở lại từ tháng sau"},
)


def session_walk(stage: Stage) -> Iterator[str]:
    """Sessions with what was said, and the form of opinions."""
    sessions, today = stage.desk.sessions, stage.desk.seat.today()
    plan = {"place": "Nhà văn hóa thôn Trung", "chair": "Bà Lê Thị Hà, Chủ tịch UBND xã", "topic": "Vệ sinh, đèn đường"}
    kept = sessions.plan({**plan, "on": today.strftime("%d/%m/%Y")})
    assert isinstance(kept, Session)
    held = {"begun": "7h30", "ended": "9h15", "citizens": 42, "clerk": "Trần Văn Lâm"}
    bodies = "Công an xã; Ủy ban Mặt trận Tổ quốc xã; Hội Phụ nữ xã"
    assert isinstance(sessions.hold(kept.id, {**held, "bodies": bodies}), Session)
    for at, opinion in enumerate(_OPINIONS):
        due = today.replace(year=today.year + 1, month=1, day=5 + at).strftime("%d/%m/%Y")
        owed = {} if opinion["answer"] == "answered" else {"due_on": due}
        said = sessions.say(kept.id, {**opinion, **owed})
        assert isinstance(said, Said), said
    assert isinstance(sessions.plan({**plan, "on": f"5/1/{today.year + 1}"}), Session)
    page = stage.go("sessions", show=kept.id)
    yield "sessions"
    page.say.click()
    stage.settle()
    (form,) = stage.dialogs()
    form.fields["text"].setFocus()
    keys(form, "Cổng chào thôn Trung che mất biển báo")
    yield "sessions-opinion"
    stage.dismiss()
