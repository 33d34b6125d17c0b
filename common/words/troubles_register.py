"""Troubles of the register, the district's store, keys and people who log in."""

from collections.abc import Mapping

REGISTER: Mapping[str, str] = {
    "wrong-password": (
        "Mật khẩu chưa đúng nên sổ vẫn khóa. Dữ liệu còn nguyên. Xem phím Caps Lock và bộ gõ, rồi gõ lại."
    ),
    "no-user-named": (
        "Chưa biết ai đang làm việc. Chưa có gì thay đổi. "
        "Ghi tên người dùng bằng --user hoặc biến DESK_USER, DISTRICT_USER."
    ),
    "no-password-given": (
        "Chưa có mật khẩu nên sổ chưa mở. Chưa có gì thay đổi. Dùng --password-file hoặc biến mật khẩu rồi chạy lại."
    ),
    "unknown-user": (
        "Sổ này chưa có người dùng tên {name}. Dữ liệu còn nguyên. Xem lại tên, hoặc nhờ người quản trị thêm."
    ),
    "no-keys-for-user": (
        "Người dùng này chưa có chìa khóa mở sổ. Dữ liệu còn nguyên. Nhờ người quản trị thêm người dùng."
    ),
    "user-exists": "Đã có người dùng tên {name}. Chưa có gì thay đổi. Chọn một tên khác.",
    "user-known": (
        "Sổ đã biết {name} là {role}, chỉ chưa có mật khẩu trên máy này. Chưa có gì thay đổi. "
        "Thêm lại với đúng vai ấy để đặt mật khẩu mới."
    ),
    "user-was-here": (
        "{name} là tên của người đã rời quầy ngày {on}; những bản ghi cũ vẫn mang tên ấy. Chưa có gì thay đổi. "
        "Đặt tên khác cho người mới, ví dụ {name} 2."
    ),
    "not-oneself": (
        "Việc này do một người quản trị khác làm, không tự làm cho mình. Chưa có gì thay đổi. "
        "Nhờ người quản trị khác đăng nhập."
    ),
    "last-administrator": (
        "{name} là người quản trị cuối cùng: không còn ai thì không ai thêm được người. Chưa có gì thay đổi. "
        "Cho một người khác quyền quản trị trước."
    ),
    "copy-before-new-key": (
        "Bản sao {file} có từ trước khi sổ đổi khóa nên mật khẩu bây giờ không mở được. Bản sao còn nguyên. "
        "Dùng tờ cứu hộ in vào thời ấy."
    ),
    "register-changed-meanwhile": (
        "Có người vừa ghi thêm vào sổ nên máy chưa đổi khóa. Sổ còn nguyên, không mất chữ nào. Làm lại từ đầu."
    ),
    "user-name-empty": "Tên người dùng có từ 1 đến 60 ký tự. Chưa có gì thay đổi. Chọn tên khác rồi làm lại.",
    "password-empty": "Mật khẩu còn trống nên ai cũng mở được. Chưa có gì thay đổi. Đặt một mật khẩu rồi làm lại.",
    "person-too-long": "Tên hiện ra và chức danh dài nhất {limit} ký tự. Chưa có gì thay đổi. Viết gọn lại rồi ghi.",
    "unknown-address": "Chưa có cách gọi {address}. Chưa có gì thay đổi. Chọn anh, chị, cô, chú, ông, bà.",
    "no-such-user": "Máy này chưa có người dùng {name}. Chưa có gì thay đổi. Xem lại danh sách người dùng.",
    "unknown-role": "Chưa có vai trò {role}. Chưa thêm ai. Chọn clerk, leader hoặc administrator.",
    "not-allowed": (
        "Việc này cần quyền cao hơn {role}. Chưa có gì thay đổi. Nhờ lãnh đạo hoặc người quản trị đăng nhập để làm."
    ),
    "password-too-short": "Mật khẩu cần dài hơn. Chưa có gì thay đổi. Gõ một câu dễ nhớ từ 8 chữ trở lên.",
    "keys-missing": (
        "Sổ này chưa có khóa ký. Các bản ghi còn nguyên. "
        "Mở bản sao lưu gần nhất hoặc gọi người hỗ trợ trước khi gửi gói."
    ),
    "keys-damaged": (
        "Tệp khóa bên cạnh sổ đã hỏng nên chưa mở được. Sổ còn nguyên. "
        "Chép lại tệp khóa từ bản sao lưu, hoặc dùng mã cứu hộ."
    ),
    "keys-too-costly": (
        "Tệp khóa đòi nhiều bộ nhớ hơn mức cho phép nên máy dừng lại. Sổ còn nguyên. Chép lại tệp khóa từ bản sao lưu."
    ),
    "register-missing": (
        "Chưa thấy sổ trong thư mục {folder}. Chưa có gì bị ghi đè. Xem lại thư mục, hoặc lập sổ mới cho xã."
    ),
    "register-newer": (
        "Dữ liệu này do bản mới hơn ghi, máy đang chạy bản cũ. Không có gì bị thay đổi. Cài bản mới rồi mở lại."
    ),
    "register-too-new": (
        "Dữ liệu này do bản mới hơn ghi, máy đang chạy bản cũ. Không có gì bị thay đổi. Cài bản mới rồi mở lại."
    ),
    "register-foreign": (
        "Tệp trong thư mục này không phải sổ của phần mềm này, hoặc chìa khóa thuộc sổ khác. Không có gì bị thay đổi. "
        "Xem lại thư mục."
    ),
    "register-damaged": (
        "Tệp sổ đã hỏng nên máy dừng lại, không ghi gì thêm. Các bản sao lưu còn nguyên. "
        "Đừng xóa tệp nào; khôi phục bản sao lưu gần nhất vào thư mục mới hoặc gọi người hỗ trợ."
    ),
    "register-log-foreign": (
        "Bên cạnh sổ có tệp {file} của một sổ khác nên máy dừng lại, không ghi gì. Sổ còn nguyên. "
        "Giữ nguyên thư mục và gọi người hỗ trợ; tệp ấy phải chuyển đi chỗ khác trước khi mở sổ."
    ),
    "clock-in-doubt": (
        "Đồng hồ máy đang chỉ {now}, việc cuối cùng ghi ngày {last}, nên chưa ghi gói: gói sẽ mang nhầm tháng. Sổ còn "
        "nguyên. Chỉnh lại ngày giờ của máy rồi ghi; ngày giờ đúng rồi thì mở lại phần mềm và xác nhận, "
        "hoặc chạy lệnh clock --right."
    ),
    "journal-broken": (
        "Nhật ký của sổ không còn khớp từ dòng {position}. Máy dừng lại, không ghi gì thêm. "
        "Giữ nguyên thư mục và gọi người hỗ trợ."
    ),
    "wrong-key": (
        "Khóa trong thư mục này không mở được tệp sổ cạnh nó. Không có gì bị thay đổi. "
        "Giữ nguyên thư mục, lấy lại bản sao lưu hoặc gọi người hỗ trợ."
    ),
    "register-locked": ("Sổ đang được {holder} mở ở một cửa sổ khác. Dữ liệu còn nguyên. Đóng cửa sổ ấy rồi mở lại."),
    "register-locked-elsewhere": (
        "Sổ đang được {holder} mở trên máy {machine}. Dữ liệu còn nguyên. Đóng sổ ở máy ấy rồi mở lại ở đây."
    ),
    "practice-stays-here": (
        "Đây là sổ tập nên không gửi gì lên cấp trên. Sổ thật không bị đụng tới. Rời chế độ tập rồi làm trong sổ thật."
    ),
    "register-busy": "Sổ đang bận một việc khác. Việc vừa rồi chưa lưu. Chờ vài giây rồi làm lại.",
    "register-readonly": (
        "Thư mục của sổ chỉ cho đọc nên chưa lưu được. Dữ liệu đã lưu còn nguyên. "
        "Nhờ người quản trị máy mở quyền ghi rồi làm lại."
    ),
    "register-unreadable": (
        "Ổ đĩa không đọc được tệp sổ. Máy dừng lại, không ghi gì thêm. "
        "Kiểm tra dây và ổ đĩa, sao lưu ngay khi đọc lại được."
    ),
    "register-exists": ("Thư mục này đã có một sổ. Không có gì bị ghi đè. Mở sổ ấy, hoặc chọn một thư mục trống."),
    "register-on-network": (
        "Thư mục {folder} nằm trên ổ mạng, mất điện giữa chừng có thể làm hỏng sổ. Chưa ghi gì. "
        "Đặt sổ trên ổ đĩa của chính máy này, rồi sao lưu sang ổ mạng."
    ),
    "register-in-synced-folder": (
        "Thư mục {folder} đang được đồng bộ lên mạng, tệp sổ có thể bị thay giữa chừng. Chưa ghi gì. "
        "Đặt sổ ngoài thư mục đồng bộ."
    ),
    "folder-not-local": (
        "Thư mục {folder} không nằm trên ổ đĩa của máy này. Chưa ghi gì. Chọn thư mục trên máy rồi làm lại."
    ),
    "network-share": "Sổ không mở để ghi trên ổ mạng. Chưa ghi gì. Chép sổ về ổ đĩa của máy rồi mở lại.",
    "store-too-new": (
        "Dữ liệu cấp trên do bản mới hơn ghi, máy đang chạy bản cũ. Không có gì bị thay đổi. Cài bản mới rồi mở lại."
    ),
    "store-unreachable": (
        "Chưa nối được với cơ sở dữ liệu của cấp trên. Dữ liệu đã lưu còn nguyên. Kiểm tra máy chủ và mạng nội bộ."
    ),
    "store-damaged": (
        "Cơ sở dữ liệu của cấp trên đã hỏng nên máy dừng lại. Các bản sao lưu còn nguyên. "
        "Khôi phục bản gần nhất hoặc gọi người hỗ trợ."
    ),
    "store-missing": "Chưa thấy dữ liệu cấp trên trong thư mục {folder}. Chưa có gì bị ghi đè. Xem lại thư mục.",
    "store-exists": "Thư mục này đã có dữ liệu cấp trên. Không có gì bị ghi đè. Chọn một thư mục trống.",
    "not-set-up": "Nơi này chưa được lập. Chưa có gì thay đổi. Chạy bước lập trước, rồi làm lại việc này.",
    "backup-failed": "Bản sao lưu chưa ghi xong hoặc chưa khớp. Sổ đang dùng còn nguyên. Chọn ổ khác rồi sao lưu lại.",
    "backup-not-sqlite": (
        "Dữ liệu này nằm trên máy chủ cơ sở dữ liệu, sao lưu bằng công cụ của máy chủ ấy. Chưa có gì thay đổi."
    ),
    "backup-damaged": "Bản sao lưu này đã hỏng. Sổ đang dùng còn nguyên. Thử bản sao lưu trước đó.",
    "backup-differs": (
        "Bản sao lưu đọc lại không giống sổ nên chưa dùng được. Sổ đang dùng còn nguyên. Chọn ổ khác rồi sao lưu lại."
    ),
    "backup-exists": "Đã có bản sao lưu {file}. Bản cũ còn nguyên. Chọn thư mục khác hoặc dời bản cũ đi.",
    "backup-missing": "Chưa thấy bản sao lưu {file}. Sổ đang dùng còn nguyên. Xem lại tên tệp, cắm lại USB rồi mở lại.",
    "backup-not-read": "Không đọc được bản sao lưu {file}. Sổ đang dùng còn nguyên. Thử bản sao lưu trước đó.",
    "backup-not-written": "Chưa ghi được bản sao lưu. Sổ đang dùng còn nguyên. Chọn ổ khác rồi sao lưu lại.",
    "keyring-damaged": (
        "Tệp khóa bên cạnh sổ đã hỏng nên chưa mở được. Sổ còn nguyên. "
        "Chép lại tệp khóa từ bản sao lưu, hoặc dùng mã cứu hộ."
    ),
    "keyring-exists": "Bên cạnh sổ đã có tệp khóa. Tệp khóa cũ còn nguyên. Mở sổ bằng tệp khóa ấy.",
    "keyring-missing": (
        "Không thấy tệp khóa bên cạnh sổ nên chưa mở được. Sổ còn nguyên. Chép lại tệp khóa từ bản sao lưu, "
        "hoặc dùng mã cứu hộ."
    ),
    "recovery-needed": "Bản sao lưu này chỉ mở bằng mã cứu hộ. Sổ đang dùng còn nguyên. Lấy tờ giấy đã cất và gõ mã.",
    "copy-of-another": (
        "Bản sao lưu {file} là của một sổ khác, không phải sổ của máy này. Sổ đang dùng còn nguyên. "
        "Chọn bản sao khác; muốn xem sổ kia thì dựng nó vào một thư mục trống riêng bằng mã cứu hộ của nó."
    ),
    "restore-where": (
        "Chưa biết dựng sổ vào đâu. Chưa có gì thay đổi. "
        "Ghi --into với một thư mục trống, hoặc --in-place để thay sổ đang dùng."
    ),
    "unknown-in-copy": (
        "Lúc ghi bản sao lưu này sổ chưa có người dùng {name}. Sổ đang dùng còn nguyên. "
        "Mời một người có tên khi ấy làm việc này: {names}."
    ),
    "restored-differs": (
        "Sổ dựng lại không giống bản sao lưu {file} nên chưa dùng. Sổ đang dùng còn nguyên. "
        "Làm lại lần nữa, hoặc chọn bản sao lưu khác."
    ),
    "take-back-not-yours": (
        "Sổ đang dùng vẫn mở được, nên khôi phục là việc của người quản trị: {names}. Sổ và bản sao giữ nguyên. "
        "Mời người ấy gõ mật khẩu của mình ở bước mở bản sao, hoặc dùng tờ cứu hộ trong két."
    ),
    "take-back-by-sheet": (
        "Sổ đang dùng còn nguyên, chỉ cần bản chương trình mới hơn, nên thay sổ ấy thì phải có tờ cứu hộ. Chưa có gì "
        "thay đổi. Cài bản mới rồi mở sổ; vẫn muốn thay thì dùng tờ cứu hộ trong két."
    ),
    "swap-plan-damaged": (
        "Lần đổi sổ trước bị ngắt giữa chừng và tệp ghi các bước ({file}) đã hỏng, nên máy dừng lại, không đụng vào "
        "tệp nào. Sổ cũ và bản khôi phục đều còn nguyên trong thư mục dữ liệu. Đừng xóa gì, gọi người hỗ trợ."
    ),
    "swap-unfinished": (
        "Đang đổi sổ thì ổ đĩa không cho làm tiếp. Cả hai sổ đều còn nguyên. "
        "Đóng chương trình rồi mở lại, máy tự làm nốt phần còn lại."
    ),
    "wrong-recovery-code": (
        "Mã cứu hộ chưa khớp. Sổ vẫn khóa và còn nguyên. Xem lại tờ giấy đã cất rồi gõ lại từng nhóm."
    ),
    "register-not-encrypted": (
        "Máy này chưa có phần mã hóa sổ nên dừng lại. Chưa ghi gì. Cài lại phần mềm rồi mở lại."
    ),
    "self-test-failed": (
        "Chương trình tự thử và dừng ở bước: {step}. Sổ của xã không bị đụng tới. Có thể khi cài đã chép thiếu tệp: "
        "cài lại rồi thử lại, vẫn dừng thì đọc câu này cho người hỗ trợ."
    ),
}
