-- Models of the demo, out of what the exemplars with a story were recognised for: each began two months after the first
-- award. The party organisations of communes took them up one after the other. What the register learned later than it
-- is asked for is left out.
create temporary table modelled on commit drop as
select e.exemplar_id, n.name, n.what, n.adopters, n.ended_on, min(r.decided_on) + 60 as started_on
  from (values
       ('Tổ hợp tác miến dong', 'Tổ hợp tác làm miến',
        'Các hộ góp củ, chung máy, chung nhãn, bán cùng một giá. Tổ họp tối thứ bảy, sổ thu chi để ai cũng xem được.',
        9, null::date),
       ('Bữa trưa cho học sinh đi xa', 'Bữa trưa cho học sinh đi xa',
        'Phụ huynh luân phiên góp rau, gạo; giáo viên ở lại trưa. Mỗi tuần một buổi họp ngắn với phụ huynh.', 7, null),
       ('Bàn hướng dẫn hồ sơ trực tuyến cho người cao tuổi', 'Bàn hướng dẫn hồ sơ trực tuyến',
        'Mỗi tuần hai buổi, một người trẻ ngồi ở bàn riêng, làm cùng người cao tuổi từng bước; xong mới ghi vào sổ.',
        8, null),
       ('Dựng nhà họp thôn bằng ngày công', 'Nhà họp thôn dựng bằng ngày công',
        'Thôn tự vẽ, tự dựng; nhà nào góp công thì ghi ngày lên bảng trước nhà họp.', 4, date '2022-12-31'),
       ('Mỗi kỳ họp gỡ một việc của dân', 'Mỗi kỳ họp gỡ một việc',
        'Đầu kỳ họp chi bộ chọn một việc dân đang vướng, giao một người; kỳ sau nghe kết quả rồi mới bàn việc khác.',
        10, null),
       ('Vườn thuốc nam của trạm y tế', 'Vườn thuốc nam của trạm y tế',
        'Trạm trồng cây thuốc quanh sân, phát cây giống cho các thôn, mỗi tháng một buổi chỉ cách dùng.', 5, null)
       ) as n (achievement, name, what, adopters, ended_on)
  join recognition r on r.achievement = n.achievement and r.revoked_on is null
  join exemplar e    on e.exemplar_id = r.exemplar_id
 where exists (select from exemplar_story s where s.exemplar_id = e.exemplar_id)
 group by e.exemplar_id, n.name, n.what, n.adopters, n.ended_on
having min(r.decided_on) + 65 <= current_setting('neu_guong.until')::date;

insert into model (exemplar_id, name, what, started_on, recorded)
select exemplar_id, name, what, started_on,
       tstzrange((started_on + 5 + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from modelled
 order by started_on, name;

insert into model_end (model_id, ended_on, recorded)
select m.model_id, n.ended_on, tstzrange((n.ended_on + 5 + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from model m
  join modelled n using (exemplar_id)
 where n.ended_on + 5 <= current_setting('neu_guong.until')::date;

insert into adoption (model_id, unit_id, place_id, started_on, recorded)
select m.model_id, b.unit_id, b.place_id, d.day,
       tstzrange((d.day + 5 + time '09:00') at time zone 'Asia/Ho_Chi_Minh', 'infinity')
  from model m
  join modelled n using (exemplar_id)
 cross join lateral (
       select v.unit_id, v.place_id, row_number() over (order by md5(u.key || m.name))::int as nth
         from unit_version v
         join unit u using (unit_id)
         join unit_version p on p.unit_id = v.place_id and p.unit_kind in ('commune', 'ward', 'township')
                            and p.valid @> m.started_on and is_open(p.recorded)
        where v.unit_kind = 'base-organisation' and v.valid @> m.started_on and is_open(v.recorded)
        order by nth
        limit n.adopters) b
 cross join lateral (select m.started_on + 60 + 110 * (b.nth - 1) as day) d
 where d.day + 5 <= least(current_setting('neu_guong.until')::date, today_in_vietnam())
   and (n.ended_on is null or d.day <= n.ended_on)
 order by m.model_id, b.nth;

-- What has ended goes on nowhere.
insert into adoption_end (adoption_id, ended_on, recorded)
select a.adoption_id, x.ended_on, x.recorded
  from adoption a
  join model_end x using (model_id);
